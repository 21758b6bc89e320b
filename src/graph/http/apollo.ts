import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type BaseContext,
  type HTTPGraphQLRequest,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { RequestGate } from '../documents/gate.js';
import type { Exchange } from './exchange.js';
import type { ErrorFormatter } from './format-error.js';
import type { GraphServerOptions } from './options.js';
import { parseOptions } from './parse-options.js';
import { stringifyResult } from './raw-json.js';

/** Finds the exchange of an operation: Apollo hands its HTTP request on to plugins as the same object. */
export type Exchanges = WeakMap<HTTPGraphQLRequest, Exchange>;

/** Apollo Server without what we do not use; parsed and validated documents come from the gate. */
export function createApollo<Ctx extends BaseContext>(
  options: GraphServerOptions<Ctx>,
  format: ErrorFormatter,
  exchanges: Exchanges,
  gate: RequestGate,
): ApolloServer<Ctx> {
  return new ApolloServer<Ctx>({
    schema: options.schema,
    nodeEnv: options.config.environment,
    logger: options.log,
    formatError: (_formatted, error) => format(error),
    stringifyResult,
    parseOptions,
    validationRules: options.validationRules,
    documentStore: storeOf(gate),
    // The gate lets those introspect who may, and no others.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    // Pages of other sites cannot set these headers without asking first.
    csrfPrevention: { requestHeaders: ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'] },
    plugins: [
      // Walking every field for cache hints costs a fourth of the throughput.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      noteOperationName<Ctx>(exchanges),
      ...(options.plugins ?? []),
    ],
  });
}

/** The gate's documents, by the hash at the end of Apollo's key. */
function storeOf(gate: RequestGate): NonNullable<ApolloServerOptions<BaseContext>['documentStore']> {
  return {
    get: async (key) => gate.withDigest(key.slice(key.lastIndexOf(':') + 1)),
    set: async () => undefined,
    delete: async () => false,
  };
}

/** Tells the request log which operation it was. */
function noteOperationName<Ctx extends BaseContext>(exchanges: Exchanges): ApolloServerPlugin<Ctx> {
  return {
    requestDidStart: async ({ request }) => ({
      didResolveOperation: async ({ operationName }) => {
        const exchange = request.http && exchanges.get(request.http);
        if (exchange && operationName) exchange.operationName = operationName.slice(0, 100);
      },
    }),
  };
}
