import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import { mustConfirm } from '../../kernel/access/confirmation.js';
import { purposesFor } from '../../kernel/access/verified-operations.js';

const ROOTS = {
  Query:
    'What may be read: rows by id or code, lists with filters, orders and aggregates, each as far as the caller sees them.',
  Mutation: 'What may be done: each is one business operation, carried out wholly or not at all.',
  Subscription: 'What is told as it happens, as far as the caller sees it; a cursor goes on without gap or repetition.',
} as const;

const CONFIRM =
  'Users confirm it first (SYS-46): refused with CONFIRMATION_REQUIRED until it is sent again with the header `confirm-token` or `extensions.confirmToken` that the refusal names.';

const verify = (purposes: readonly string[]): string =>
  `A customer who has a service password for ${purposes.join(' or ')} shows it first (CUS-03): refused with VERIFICATION_REQUIRED, which tells the purposes as \`needed\`, until it is sent with the token of \`customerPasswordVerify\` in the header \`customer-verification\` or in \`extensions.customerVerification\`; where it binds several customers, with those of each, commas between.`;

/** Says what no class says: what the roots are for, what is to be confirmed or verified, and of the input of an operation what its type says (SYS-47). */
export function describeRest(schema: GraphQLSchema): void {
  for (const [name, description] of Object.entries(ROOTS)) {
    const root = schema.getType(name);
    if (root) root.description ??= description;
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (mustConfirm(field.name, { kind: 'ADMIN' })) field.description = `${field.description} ${CONFIRM}`;
    const purposes = purposesFor(field.name);
    if (purposes) field.description = `${field.description} ${verify(purposes)}`;
    for (const arg of field.args) {
      const type = getNamedType(arg.type);
      if (isInputObjectType(type)) arg.description ??= type.description;
    }
  }
}
