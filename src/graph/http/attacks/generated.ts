import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What makes up values that a type admits; `text` stands wherever a caller writes freely. */
export interface Filling {
  text: string;
  id: string;
  /** Input types met on the way are not entered again beyond this many levels. */
  depth: number;
}

const scalars: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-01-01T00:00:00Z',
  Date: '2026-01-01',
  Decimal: '1',
};

/** A value of an input type with all fields given, as deep as wanted; undefined where nothing may be given any more. */
export function filled(type: GraphQLInputType, filling: Filling): unknown {
  if (isNonNullType(type)) return filled(type.ofType, filling);
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const item = filled(bare.ofType, filling);
    return item === undefined ? [] : [item];
  }
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare)) return filledObject(bare, filling);
  if (bare.name === 'ID') return filling.id;
  // JSON goes where paths and keys are built from what callers write.
  if (bare.name === 'JSON') return { [filling.text]: filling.text };
  return scalars[bare.name] ?? filling.text;
}

function filledObject(type: Extract<GraphQLInputType, { getFields(): unknown }>, filling: Filling): unknown {
  const below = { ...filling, depth: filling.depth - 1 };
  const fields = Object.values(
    (type as { getFields(): Record<string, { name: string; type: GraphQLInputType }> }).getFields(),
  );
  const required = fields.filter((field) => isNonNullType(field.type));
  if (filling.depth <= 0 && required.length === 0) return undefined;
  const chosen = filling.depth > 0 ? fields : required;
  return Object.fromEntries(
    chosen.map((field) => [field.name, filled(field.type, below)]).filter(([, value]) => value !== undefined),
  );
}

/** One place in a value where a caller writes freely: the value with `text` there and only what is required beside it. */
export function eachText(type: GraphQLInputType, filling: Filling): unknown[] {
  const bare = getNullableType(type);
  if (isListType(bare)) return eachText(bare.ofType, filling).map((item) => [item]);
  if (isInputObjectType(bare)) {
    if (filling.depth <= 0) return [];
    const fields = Object.values(bare.getFields());
    const least = Object.fromEntries(
      fields
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, filled(field.type, { ...filling, depth: 0 })]),
    );
    return fields.flatMap((field) =>
      eachText(field.type, { ...filling, depth: filling.depth - 1 }).map((value) => ({
        ...least,
        [field.name]: value,
      })),
    );
  }
  if (bare.name === 'String' || bare.name === 'ID' || bare.name === 'JSON')
    return [filled(bare, { ...filling, id: filling.text })];
  return [];
}

/** A selection that is as small as the type allows. */
export function smallest(type: GraphQLOutputType): string {
  const named: GraphQLNamedType = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) return '{ __typename }';
  if (!isObjectType(named)) return '';
  const fields = named.getFields();
  if ('userErrors' in fields) return '{ userErrors { code } }';
  return 'nodes' in fields ? '{ nodes { __typename } }' : '{ __typename }';
}

/** A document that calls one field with each of the arguments as a variable. */
export function callOf(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  given: readonly GraphQLArgument[],
): string {
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${operation}${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${smallest(field.type)} }`;
}
