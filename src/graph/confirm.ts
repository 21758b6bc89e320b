import type { IncomingHttpHeaders } from 'node:http';
import { confirmationToken, isConfirmation, mustConfirm } from '../kernel/access/confirmation.js';
import type { CallContext } from '../kernel/database/context.js';
import { codedError } from '../kernel/errors/coded-error.js';
import { digestOf } from './once.js';

interface Request {
  transport: string;
  headers: IncomingHttpHeaders;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A text that comes with an operation: an extension, or over HTTP a header; the headers of a socket are those of its opening. */
function givenWith({ transport, headers, extensions }: Request, extension: string, header: string): string | undefined {
  const given = extensions?.[extension] ?? (transport === 'websocket' ? undefined : headers[header]);
  return typeof given === 'string' ? given : undefined;
}

/** What an operation confirms: `extensions.confirmToken`, or over HTTP the header `confirm-token`. */
export const confirmTokenOf = (request: Request): string | undefined =>
  givenWith(request, 'confirmToken', 'confirm-token');

/** The proof that a customer has shown a service password: `extensions.customerVerification`, or over HTTP the header `customer-verification`. */
export const customerVerificationOf = (request: Request): string | undefined =>
  givenWith(request, 'customerVerification', 'customer-verification');

/**
 * Lets a mutation that changes key data run only when it was confirmed (SYS-46): the first try is refused with a token, which the
 * interface sends back when its user has agreed.
 * @throws CONFIRMATION_REQUIRED with `confirmToken` and `expiresAt`
 */
export function demandConfirmation(operation: string, args: unknown, context: CallContext): void {
  const { caller, confirmToken } = context;
  if (!mustConfirm(operation, caller)) return;
  const asked = { caller, digest: digestOf([operation, args]) };
  if (confirmToken !== undefined && isConfirmation(confirmToken, asked)) return;
  const { token, expiresAt } = confirmationToken(asked);
  throw codedError(
    'CONFIRMATION_REQUIRED',
    'This changes key data. Let the user confirm it, and send the same again with the token in the header "confirm-token".',
    { operation, confirmToken: token, expiresAt: expiresAt.toISOString() },
  );
}
