import {
  type DocumentNode,
  type GraphQLSchema,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  getVariableValues,
  specifiedRules,
  validate,
  parse,
} from 'graphql';
import { parseOptions } from '../http/parse-options.js';
import { introspects } from './introspection.js';
import { Prices } from './price.js';
import { sampleVariables } from './sample-variables.js';

/** What the graph says about a text that is to be registered. */
export interface Inspection {
  /** Name of its operation, or null. */
  operationName: string | null;
  operationType: 'query' | 'mutation' | 'subscription';
  /** What it costs with usual variables; of several operations, the dearest. */
  cost: number;
  depth: number;
}

/** Why a text cannot be registered. */
export interface InspectionFault {
  code: 'SYNTAX_ERROR' | 'INVALID' | 'NO_OPERATION' | 'INTROSPECTION' | 'TOO_COSTLY';
  reason: string;
}

/** Looks at texts that are to be registered: parses, validates and prices them. */
export function createInspector(schema: GraphQLSchema): { inspect(text: string): Inspection | InspectionFault } {
  const prices = new Prices(schema);
  return {
    inspect(text) {
      const document = parsed(text);
      if ('code' in document) return document;
      const faults = validate(schema, document, specifiedRules);
      if (faults.length > 0) return { code: 'INVALID', reason: faults.map((fault) => fault.message).join(' ') };
      const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
      const [first] = operations;
      if (!first) return { code: 'NO_OPERATION', reason: 'The document has no operation.' };
      if (introspects(document))
        return { code: 'INTROSPECTION', reason: 'Questions about the contract cannot be registered.' };
      try {
        const priced = operations.map((operation) => price(schema, prices, document, operation));
        return {
          operationName: first.name?.value ?? null,
          operationType: first.operation,
          cost: Math.max(...priced.map(({ cost }) => cost)),
          depth: Math.max(...priced.map(({ depth }) => depth)),
        };
      } catch (error) {
        if (error instanceof GraphQLError) return { code: 'INVALID', reason: error.message };
        throw error;
      }
    },
  };
}

function price(
  schema: GraphQLSchema,
  prices: Prices,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): { cost: number; depth: number } {
  const priced = sampleVariables(schema, document, operation).map((values) => {
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], values);
    if (!coerced) throw errors[0]!;
    return prices.of({ document, operation, variables: coerced });
  });
  return { cost: Math.max(...priced.map(({ total }) => total)), depth: Math.max(...priced.map(({ depth }) => depth)) };
}

function parsed(text: string): DocumentNode | InspectionFault {
  try {
    return parse(text, parseOptions);
  } catch (error) {
    return { code: 'SYNTAX_ERROR', reason: (error as Error).message };
  }
}
