import { getNamedType, type GraphQLSchema, isInputObjectType } from 'graphql';
import { isConfidential } from '../../kernel/access/policy.js';
import { describe } from './sdl.js';

/** The field of a mutation's input that holds its idempotency key. */
export const KEY_FIELD = 'idempotencyKey';

const DESCRIPTION =
  'Idempotency key, up to 200 printable ASCII characters without spaces: the same key and input again, from the same caller, have one effect and the same answer; with another input they are refused with IDEMPOTENCY_KEY_REUSED. It counts before the header `idempotency-key`.';

/** SDL that gives the input of every mutation a place for its idempotency key, except where answers are secrets and never kept. */
export function mutationKeys(schema: GraphQLSchema): string {
  const nested = nestedInputs(schema);
  const inputs = new Set<string>();
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const type = field.args.find(({ name }) => name === 'input')?.type;
    const input = type && getNamedType(type);
    if (isInputObjectType(input) && !isConfidential(field.name) && !nested.has(input.name)) inputs.add(input.name);
  }
  return [...inputs]
    .map((name) => `extend input ${name} {\n${describe(DESCRIPTION, '  ')}  ${KEY_FIELD}: String\n}`)
    .join('\n');
}

/** Inputs that stand inside others: a key there would be part of a larger request. */
function nestedInputs(schema: GraphQLSchema): Set<string> {
  const nested = new Set<string>();
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) nested.add(getNamedType(field.type).name);
  return nested;
}
