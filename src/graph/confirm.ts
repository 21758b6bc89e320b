import type { IncomingHttpHeaders } from 'node:http';
import { confirmationToken, isConfirmation, mustConfirm } from '../kernel/access/confirmation.js';
import type { CallContext } from '../kernel/database/context.js';
import { codedError } from '../kernel/errors/coded-error.js';
import { digestOf } from './once.js';

/** What an operation confirms: `extensions.confirmToken`, or over HTTP the header `confirm-token`. */
export function confirmTokenOf(request: {
  transport: string;
  headers: IncomingHttpHeaders;
  extensions?: Readonly<Record<string, unknown>> | undefined;
}): string | undefined {
  const header = request.transport === 'websocket' ? undefined : request.headers['confirm-token'];
  const given = request.extensions?.['confirmToken'] ?? header;
  return typeof given === 'string' ? given : undefined;
}

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
