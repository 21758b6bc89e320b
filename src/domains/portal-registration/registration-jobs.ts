import type { NewJob } from '../../kernel/jobs/index.js';

export const SEND_CODE = 'portal.registration.code';
export const APPLY = 'portal.registration.apply';

/** What the jobs are given. */
export interface RegistrationPayload extends Record<string, unknown> {
  /** Key of the registration. */
  id: string;
}

/** The job that makes and sends a code. */
export const codeRequest = (id: string): NewJob => ({ name: SEND_CODE, key: `${SEND_CODE}:${id}`, payload: { id } });

/** The job that makes or completes the customer of a confirmed registration; one after another, so that two never make the same one. */
export const applyRequest = (id: string): NewJob => ({
  ...{ name: APPLY, key: `${APPLY}:${id}`, queue: APPLY, payload: { id } },
});

/** Kind of the approval of a registration that does not prove who it is (CUS-95). */
export const PORTAL_REGISTRATION = 'PORTAL_REGISTRATION';
