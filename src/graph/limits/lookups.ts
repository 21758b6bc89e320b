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
  return candidatesOf(schema, document, operationName).filter((candidate) => isGuess(candidate, variables));
}

/** How many lookups of an operation found nothing, by the answer's text. */
export function lookupsMissed(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Variables,
  text: string,
): number {
  // Nearly every answer shows by its text that nothing is missing; only then it matters what was asked for.
  const suspects = candidatesOf(schema, document, operationName).filter((candidate) => mayMiss(candidate, text));
  if (suspects.length === 0) return 0;
  return missesIn(
    suspects.filter((candidate) => isGuess(candidate, variables)),
    text,
  );
}

function candidatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): readonly Candidate[] {
  let operations = known.get(document);
  if (!operations) known.set(document, (operations = new Map()));
  const name = operationName ?? '';
  let candidates = operations.get(name);
  if (!candidates) operations.set(name, (candidates = findCandidates(schema, document, operationName)));
  return candidates;
}

function findCandidates(
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

type Sought = Pick<Candidate, 'key'> & Partial<Pick<Candidate, 'kind'>>;

/** Whether an answer may hold that something was not found. Parsing a large one costs more than all the rest of a request. */
function mayMiss({ key, kind }: Sought, text: string): boolean {
  if (kind !== 'lookup') return /null|\[\]|:\s?0/.test(text);
  const member = `"${key}":`;
  for (let at = text.indexOf(member); at >= 0; at = text.indexOf(member, at + 1)) {
    const value = at + member.length;
    if (text.startsWith('null', value) || text.startsWith(' null', value)) return true;
  }
  return false;
}

/** How many of the lookups found nothing, by the answer's text. */
export function missesIn(lookups: readonly Sought[], text: string): number {
  if (!lookups.some((lookup) => mayMiss(lookup, text))) return 0;
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
