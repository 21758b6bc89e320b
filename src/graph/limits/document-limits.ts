import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { tooComplex } from './text-limits.js';

/** Limits of a document that is not registered, beside its cost and depth, which are counted while it is compiled. */
export interface DocumentLimits {
  /** Fields that the operation asks of Query, Mutation or Subscription. */
  rootFields: number;
  /** Aliases in the document. */
  aliases: number;
  /** Directives in the document. */
  directives: number;
  /** Fragments that the document defines. */
  fragments: number;
  /** Fields with one response name in one selection, which must be compared with each other. */
  repeats: number;
  /** Fields when all fragments are spread out. */
  fields: number;
  /** Operations in the document. */
  operations: number;
}

/** What an ad-hoc document may hold: many times what a page of an application asks for. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  rootFields: 50,
  aliases: 100,
  directives: 100,
  fragments: 100,
  repeats: 20,
  fields: 3_000,
  operations: 20,
};

const words: Record<keyof DocumentLimits, string> = {
  rootFields: 'fields at the root',
  aliases: 'aliases',
  directives: 'directives',
  fragments: 'fragments',
  repeats: 'repetitions of a field in one selection',
  fields: 'fields after its fragments are spread',
  operations: 'operations',
};

/**
 * What a parsed document has too much of; looked at before it is validated, since some rules of validation take the square of
 * what they are given. The first limit that is exceeded is named, with its value.
 */
export function documentFault(
  document: DocumentNode,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): GraphQLError | undefined {
  const counts = count(document);
  for (const name of Object.keys(words) as (keyof DocumentLimits)[]) {
    if (counts[name] > limits[name])
      return tooComplex(name, counts[name], limits[name], `${counts[name]} ${words[name]}`);
  }
  return undefined;
}

function count(document: DocumentNode): DocumentLimits {
  const counts: DocumentLimits = {
    rootFields: 0,
    aliases: 0,
    directives: 0,
    fragments: 0,
    repeats: 0,
    fields: 0,
    operations: 0,
  };
  visit(document, {
    Field: (node) => void (node.alias && counts.aliases++),
    Directive: () => void counts.directives++,
    FragmentDefinition: () => void counts.fragments++,
    OperationDefinition: () => void counts.operations++,
    SelectionSet: (node) => void (counts.repeats = Math.max(counts.repeats, repeats(node))),
  });
  // Counting what is spread out is of use only when there are not too many fragments to look at.
  if (counts.fragments > DOCUMENT_LIMITS.fragments) return counts;
  const sizes = new Sizes(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    counts.fields = Math.max(counts.fields, sizes.fields(definition.selectionSet));
    counts.rootFields = Math.max(counts.rootFields, sizes.roots(definition.selectionSet));
  }
  return counts;
}

function repeats({ selections }: SelectionSetNode): number {
  const seen = new Map<string, number>();
  let most = 0;
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    most = Math.max(most, times);
  }
  return most;
}

/** Sizes of selections with fragments spread out; each fragment is counted once, so that doubling spreads cost nothing here. */
class Sizes {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();

  constructor(document: DocumentNode) {
    const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((definition) => [definition.name.value, definition]));
  }

  fields(selectionSet: SelectionSetNode): number {
    return this.size(selectionSet, 'fields');
  }

  roots(selectionSet: SelectionSetNode): number {
    return this.size(selectionSet, 'roots');
  }

  private size({ selections }: SelectionSetNode, what: 'fields' | 'roots'): number {
    let size = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD)
        size += 1 + (what === 'fields' && selection.selectionSet ? this.size(selection.selectionSet, what) : 0);
      else if (selection.kind === Kind.INLINE_FRAGMENT) size += this.size(selection.selectionSet, what);
      else size += this.fragment(selection.name.value, what);
    }
    return size;
  }

  private fragment(name: string, what: 'fields' | 'roots'): number {
    const key = `${what} ${name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // While a fragment is counted it counts nothing inside itself: cycles are refused by validation.
    this.known.set(key, 0);
    const definition = this.fragments.get(name);
    const size = definition ? this.size(definition.selectionSet, what) : 0;
    this.known.set(key, size);
    return size;
  }
}
