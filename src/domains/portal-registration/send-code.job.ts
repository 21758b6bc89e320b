import { hashPassword, randomPin } from '../../kernel/access/index.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { PortalRegistration, PortalRegistrationStatus } from './portal-registration.js';
import { registrationMessages } from './registration.ports.js';
import { type RegistrationPayload, SEND_CODE } from './registration-jobs.js';

/** Makes a code, of which only a hash is kept, and sends it; tried again, another one takes its place (CUS-95). */
export const sendCode = defineJob<RegistrationPayload>(
  SEND_CODE,
  async ({ id }, context) => {
    const code = randomPin();
    const codeHash = await hashPassword(code);
    const registration = await context.database.write(context, async (tx) => {
      const found = await tx.find(PortalRegistration, id);
      if (found?.status !== PortalRegistrationStatus.REQUESTED) return null;
      found.codeHash = codeHash;
      return found;
    });
    if (registration)
      await registrationMessages.adapter.sendCode(registration.mobile, code, registration.registrationNo);
  },
  { waits: true },
);
