import { Port } from '../../kernel/ports.js';

/** Who carries messages to telephones of people who register. */
export interface RegistrationMessagePort {
  /** Sends a one-time code. Called again when it throws, then with another code, which alone is good. */
  sendCode(mobile: string, code: string, registrationNo: string): Promise<void>;
}

export const registrationMessages = new Port<RegistrationMessagePort>('registration messages');
