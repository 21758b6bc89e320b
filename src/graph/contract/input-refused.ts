import type { GraphQLError } from 'graphql';
import { codedError } from '../../kernel/errors/coded-error.js';
import type { UserError } from '../../kernel/errors/user-error.js';

/** The error of a query or subscription whose input is not sound: BAD_USER_INPUT with the first fault, and all of them. */
export function inputRefused(faults: readonly UserError[]): GraphQLError {
  const [first] = faults;
  return codedError('BAD_USER_INPUT', `${first!.path.join('.')}: ${first!.message}`, {
    path: first!.path,
    userErrors: faults,
  });
}
