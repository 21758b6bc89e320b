import { randomUUID } from 'node:crypto';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../kernel/log/log.js';

/** Turns whatever was thrown into what the caller may read. */
export type ErrorFormatter = (thrown: unknown) => GraphQLFormattedError;

const internal = 'INTERNAL_SERVER_ERROR';

/**
 * The one formatter for HTTP and WebSocket. Errors that carry a code are meant for the caller and pass;
 * everything else is logged with its stack and answered with a correlation id that finds the log line.
 */
export function createErrorFormatter(log: Logger): ErrorFormatter {
  return (thrown) => {
    const error = asGraphQLError(thrown);
    const code = error.extensions.code ?? (isRequestFault(error) ? 'BAD_USER_INPUT' : internal);
    if (code === internal) {
      const correlationId = randomUUID();
      log.error({ correlationId, path: error.path, err: error.originalError ?? error }, 'unexpected error');
      const { locations, path } = error.toJSON();
      return { message: 'Internal error', locations, path, extensions: { code, correlationId } };
    }
    // `http` is advice for the transport, `stacktrace` is Apollo's: neither is for the caller.
    const { http: _http, stacktrace: _stacktrace, ...extensions } = error.extensions;
    return { ...error.toJSON(), extensions: { ...extensions, code } };
  };
}

/** A GraphQLError with the code of what was thrown, if it has one in its `extensions`. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** A copy of an error of graphql-js with the code it lacks. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError: error,
    extensions: { ...extensions, code },
  });
}

/** Whether graphql-js itself objected to a variable or an argument: it points into the document and wraps no other error. */
function isRequestFault(error: GraphQLError): boolean {
  if (error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) return true;
  const raw = error.originalError ?? error;
  return raw instanceof GraphQLError && raw.nodes !== undefined && raw.originalError === undefined;
}
