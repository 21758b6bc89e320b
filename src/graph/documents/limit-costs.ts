import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphContext } from '../context.js';
import type { CostLimits } from '../read/cost.js';
import { variablesOf } from '../variables.js';
import { Prices } from './price.js';

/**
 * Refuses what asks too much of the objects that it answers with, where the compiler does not count them before the first is read: of a
 * mutation before anything is written, of a query that code answers before it is asked.
 */
export function limitCosts(limits: CostLimits): ApolloServerPlugin<GraphContext> {
  let prices: Prices;
  return {
    serverWillStart: async ({ schema }) => void (prices = new Prices(schema)),
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, schema }) => {
        if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return;
        if (operation.operation === OperationTypeNode.QUERY && prices.compiles(document, operation)) return;
        const coerced = variablesOf(schema, operation, request.variables);
        // Wrong variables are reported by the execution, in the usual form.
        if (coerced) refuse(() => prices.check({ document, operation, variables: coerced }, limits));
      },
    }),
  };
}

function refuse(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      originalError: error,
      extensions: { ...error.extensions, http: { status: 400 } },
    });
  }
}
