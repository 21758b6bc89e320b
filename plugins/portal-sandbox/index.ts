import { registrationMessages, type RegistrationMessagePort } from '../../src/domains/portal-registration/index.js';
import type { Plugin } from '../../src/kernel/ports.js';

const name = 'portal-sandbox';
const MOST = 1_000;

/** The codes that were sent last, by number of the registration; for development and tests. */
export const sentCodes = new Map<string, { mobile: string; code: string }>();

const messages: RegistrationMessagePort = {
  sendCode(mobile, code, registrationNo) {
    if (sentCodes.size >= MOST) sentCodes.clear();
    sentCodes.set(registrationNo, { mobile, code });
    return Promise.resolve();
  },
};

/** Stands in for the gateway that carries codes to telephones: it keeps them. */
export const portalSandbox: Plugin = { name, connect: () => registrationMessages.connect(messages, name) };
