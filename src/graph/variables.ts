import { type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { refuseWideFilter } from './contract/checks.js';

type Values = Readonly<Record<string, unknown>>;

/** Values by what was given, for as long as the request lives: what prices, plans and runs an operation asks for the same. */
const known = new WeakMap<Values, { operation: OperationDefinitionNode; coerced: Values | undefined }>();

/**
 * Values of an operation's variables as its types have them, defaults included.
 * @returns undefined when they are wrong, which ordinary execution reports in the usual form.
 */
export function variablesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Values | null | undefined,
): Values | undefined {
  const found = given && known.get(given);
  if (found?.operation === operation) return found.coerced;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {});
  if (given) known.set(given, { operation, coerced });
  return coerced;
}

/**
 * Refuses filters of too many conditions while they are still as they were sent: to coerce them takes longer than to count them.
 * @throws BAD_USER_INPUT
 */
export function refuseWideVariables({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): void {
  for (const { variable, type } of variableDefinitions)
    if (typeName(type).endsWith('Filter')) refuseWideFilter(given[variable.name.value]);
}

function typeName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type);
}
