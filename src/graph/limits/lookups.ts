import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type SelectionSetNode,
  Kind,
  OperationTypeNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isListType,
} from 'graphql';

/** A field of Query that may tell whether something with a guessed code, number or name exists. */
interface Candidate {
  /** Response key. */
  key: string;
  kind: 'lookup' | 'list';
  node: FieldNode;
  field: GraphQLField<unknown, unknown>;
}

type Variables = Readonly<Record<string, unknown>>;

const known = new WeakMap<DocumentNode, Map<string, readonly Candidate[]>>();

/** The lookups of an operation: of one object by a key that can be guessed, or of a list by a text. Ids cannot be guessed. */
export function lookupsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
): readonly Candidate[] {
  let operations = known.get(document);
  if (!operations) known.set(document, (operations = new Map()));
  const name = operationName ?? '';
  let candidates = operations.get(name);
  if (!candidates) operations.set(name, (candidates = candidatesOf(schema, document, operationName)));
  return candidates.filter((candidate) => isGuess(candidate, variables));
}

function candidatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): Candidate[] {
  const operation = getOperationAST(document, operationName);
  const fields = schema.getQueryType()?.getFields();
  if (operation?.operation !== OperationTypeNode.QUERY || !fields) return [];
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  return rootsOf(operation.selectionSet, fragments, new Set()).flatMap((node): Candidate[] => {
    const field = fields[node.name.value];
    const given = node.arguments?.map((argument) => argument.name.value) ?? [];
    const key = (node.alias ?? node.name).value;
    if (field && getNamedType(field.type).name.endsWith('Connection'))
      return given.includes('filter') ? [{ key, kind: 'list', node, field }] : [];
    return field && given.some((name) => name !== 'id' && name !== 'ids') ? [{ key, kind: 'lookup', node, field }] : [];
  });
}

function rootsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen: Set<string>,
): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootsOf(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || seen.has(selection.name.value)) return [];
    return rootsOf(fragment.selectionSet, fragments, seen.add(selection.name.value));
  });
}

function isGuess({ kind, node, field }: Candidate, variables: Variables): boolean {
  try {
    const values = getArgumentValues(field, node, variables);
    if (kind === 'lookup')
      return Object.entries(values).some(([name, value]) => name !== 'id' && typeof value === 'string');
    const filter = field.args.find((argument) => argument.name === 'filter');
    return filter !== undefined && comparesText(filter.type, values['filter']);
  } catch {
    // What does not fit is refused by the execution.
    return false;
  }
}

/** Whether a filter compares a text with a given one. */
function comparesText(type: GraphQLInputType, value: unknown): boolean {
  const bare = getNullableType(type);
  if (isListType(bare)) return Array.isArray(value) && value.some((item) => comparesText(bare.ofType, item));
  if (!isInputObjectType(bare) || typeof value !== 'object' || value === null) return false;
  if (bare.name === 'StringFilter')
    return Object.values(value).some((operand) => typeof operand === 'string' || Array.isArray(operand));
  const fields = bare.getFields();
  return Object.entries(value).some(
    ([name, member]) => fields[name] !== undefined && comparesText(fields[name].type, member),
  );
}

/** How many of the lookups found nothing, by the answer's text. */
export function missesIn(lookups: readonly { key: string; kind?: Candidate['kind'] }[], text: string): number {
  // Parsing a large answer costs more than all the rest of a request: most answers show by their text that nothing is missing.
  const mayMiss = ({ key, kind }: (typeof lookups)[number]) =>
    kind === 'lookup'
      ? text.includes(`"${key}":null`) || text.includes(`"${key}": null`)
      : /null|\[\]|:\s?0/.test(text);
  if (!lookups.some(mayMiss)) return 0;
  const { data } = JSON.parse(text) as { data?: Record<string, unknown> | null };
  return data ? lookups.filter(({ key }) => foundNothing(data[key])).length : 0;
}

function foundNothing(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const counts = Object.values(value).flatMap((member) =>
    Array.isArray(member) ? [member.length] : typeof member === 'number' ? [member] : [],
  );
  return counts.length > 0 && counts.every((count) => count === 0);
}
