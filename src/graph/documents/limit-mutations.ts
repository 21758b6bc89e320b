import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphContext } from '../context.js';
import type { CostLimits } from '../read/cost.js';
import { variablesOf } from '../variables.js';
import { Prices } from './price.js';

/** Refuses a mutation that asks too much of the objects it answers with, before anything is written. */
export function limitMutations(limits: CostLimits): ApolloServerPlugin<GraphContext> {
  let prices: Prices;
  return {
    serverWillStart: async ({ schema }) => void (prices = new Prices(schema)),
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, schema }) => {
        if (operation?.operation !== OperationTypeNode.MUTATION) return;
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
