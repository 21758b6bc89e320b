import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';

const ROOTS = {
  Query:
    'What may be read: rows by id or code, lists with filters, orders and aggregates, each as far as the caller sees them.',
  Mutation: 'What may be done: each is one business operation, carried out wholly or not at all.',
  Subscription: 'What is told as it happens, as far as the caller sees it; a cursor goes on without gap or repetition.',
} as const;

/** Says what no class says: what the roots are for, and of the input of an operation what its type says (SYS-47). */
export function describeRest(schema: GraphQLSchema): void {
  for (const [name, description] of Object.entries(ROOTS)) {
    const root = schema.getType(name);
    if (root) root.description ??= description;
  }
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const arg of args) {
      const type = getNamedType(arg.type);
      if (isInputObjectType(type)) arg.description ??= type.description;
    }
}
