import type { UserError } from './user-error.js';

/** Path to an input field. */
export type InputPath = readonly (string | number)[];

/** Thrown inside a transaction when the business says no: all is rolled back, and the payload's `userErrors` say why. */
export class Refusal extends Error {
  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map((error) => `${error.code} ${error.path.join('.')}: ${error.message}`).join('; '));
    this.name = 'Refusal';
  }
}

export function userError(
  code: string,
  message: string,
  path: InputPath = [],
  details?: Record<string, unknown>,
): UserError {
  return { code, message, path: path.map(String), details: details ?? null };
}

/** Refuses the operation with one coded reason. */
export function refuse(code: string, message: string, path: InputPath = [], details?: Record<string, unknown>): never {
  throw new Refusal([userError(code, message, path, details)]);
}
