import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import type { Role } from '../../kernel/access/token.js';

const asking = new WeakMap<DocumentNode, boolean>();

/** Whether any operation of a document asks about the schema; `__typename` asks about data. */
export function introspects(document: DocumentNode): boolean {
  let asks = asking.get(document);
  if (asks === undefined)
    asking.set(
      document,
      (asks = document.definitions.some(
        (definition) => 'selectionSet' in definition && asksSchema(definition.selectionSet),
      )),
    );
  return asks;
}

interface Selecting {
  readonly selections: readonly {
    readonly kind: Kind;
    readonly name?: { readonly value: string };
    readonly selectionSet?: Selecting | undefined;
  }[];
}

function asksSchema({ selections }: Selecting): boolean {
  return selections.some(({ kind, name, selectionSet }) => {
    if (kind === Kind.FIELD && (name?.value === '__schema' || name?.value === '__type')) return true;
    // Below a field there is no root any more.
    return kind !== Kind.FIELD && selectionSet !== undefined && asksSchema(selectionSet);
  });
}

/** Kinds of caller that may look at the whole contract anywhere; in development everybody may. */
const explorers: readonly Role[] = ['admin', 'staff', 'system'];

/** Whether a caller may introspect, and be told in errors what they might have meant. */
export const mayExplore = (role: Role | undefined, production: boolean): boolean =>
  !production || (role !== undefined && explorers.includes(role));

const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** An error without the names of the contract that graphql-js suggests. */
export function withoutSuggestions(error: GraphQLError): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  const shown = message.replace(SUGGESTION, '');
  return shown === message
    ? error
    : new GraphQLError(shown, { nodes, source, positions, path, originalError, extensions });
}

/** The text of an answer without suggestions in its errors. */
export function hideSuggestions(text: string): string {
  if (!text.includes('Did you mean ')) return text;
  const answer = JSON.parse(text) as { errors?: { message: string }[] };
  if (!answer.errors) return text;
  return JSON.stringify({
    ...answer,
    errors: answer.errors.map((error) => ({ ...error, message: error.message.replace(SUGGESTION, '') })),
  });
}
