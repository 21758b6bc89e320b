import type { GraphQLError } from 'graphql';

/** A request whose operation does not run, with all that is wrong with it. */
export class RequestRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map((error) => error.message).join('; '));
  }
}
