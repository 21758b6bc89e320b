import DataLoader from 'dataloader';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { Node } from '../kernel/model/noun.js';
import { type Class, type NounMeta, allNouns, isValueObject, nounFields, nounOf } from '../kernel/model/registry.js';
import { allReports } from '../kernel/model/report.js';
import type { GraphContext } from './context.js';
import { missingReference } from './contract/checks.js';
import { HIDDEN_TYPE } from './read/compilation.js';

type Resolver = GraphQLFieldResolver<unknown, GraphContext>;
type Row = Record<string, unknown>;

/** A null that the contract does not allow stands in compiled rows as this text. */
const VIOLATION = '\u0000!';

/**
 * Gives the generated part of the graph its resolvers. They carry answers that the compiler could not give whole: what was
 * compiled lies in plain rows under its response keys, and an entity that an operation answers with is read again by its key.
 */
export function attachReads(schema: GraphQLSchema): void {
  const nouns = new Map(allNouns().map((noun) => [noun.name, noun]));
  const names = new Set(['PageInfo', 'Characteristic', ...allNouns().flatMap(generatedNames)]);
  const generated = (name: string) => isValueObject(name) || names.has(name);
  const reported = reportTypeNames(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type))
      type.resolveType = (value) =>
        ((value as Row)[HIDDEN_TYPE] as string | undefined) ?? (value as object).constructor.name;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const noun = nouns.get(type.name);
    for (const field of Object.values(type.getFields())) {
      if (type === schema.getQueryType()) attachRoot(field);
      else if (noun) attachNounField(noun, field, nouns);
      else if (generated(type.name))
        field.resolve = (source, args, context, info) => readValue(source, args, context, info);
      else {
        attachPayloadField(field, nouns);
        if (reported.has(type.name)) attachReportField(field);
      }
    }
  }
}

/** Types of the rows of reports, and of the objects in them. */
function reportTypeNames(schema: GraphQLSchema): Set<string> {
  const rows = allReports().map(({ rows: { name } }) => name);
  const inner = rows.flatMap((name) => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.values(type.getFields()).map((field) => getNamedType(field.type).name) : [];
  });
  return new Set([...rows, ...inner]);
}

const generatedNames = ({ name }: NounMeta): string[] =>
  ['Connection', 'Edge', 'Aggregate', 'AggregateKey', 'Sum', 'Average', 'Min', 'Max'].map((suffix) => name + suffix);

function attachRoot(field: GraphQLField<unknown, GraphContext>): void {
  const resolve = field.resolve;
  if (resolve) return;
  field.resolve = (_source, args, context, info) => {
    // Rows of the past are no entities: only the compiler reads them.
    if (context.plain && (args as Row)['asOf'] == null) return context.plain.root(info, args as Row);
    const { key } = info.path;
    if (context.failure) throw context.failure;
    if (context.readAhead && key in context.readAhead) return clean(context.readAhead[key]);
    return context.engine.readRoot(info, context.caller).then(clean);
  };
}

function attachNounField(
  noun: NounMeta,
  field: GraphQLField<unknown, GraphContext>,
  nouns: ReadonlyMap<string, NounMeta>,
): void {
  const meta = nounFields(noun).get(field.name);
  // A field with a resolver of its own is one that SQL cannot give; rows that it answers with are read like those of payloads.
  if (!meta) return attachPayloadField(field, nouns);
  field.resolve = (source, args, context, info) => {
    if (source instanceof Node) return context.plain!.field(source, noun, meta, args as Row);
    return clean((source as Row)[info.path.key]);
  };
}

/** Fields of value objects, connections and figures: a compiled row knows them by response key, an instance by name. */
const readValue: Resolver = (source, args, context, info) => {
  if (isCompiled(source)) return clean((source as Row)[info.path.key]);
  return defaultFieldResolver(source, args, context, info);
};

/** Fields of payloads that answer with entities: what is selected of them is read by key. */
function attachPayloadField(field: GraphQLField<unknown, GraphContext>, nouns: ReadonlyMap<string, NounMeta>): void {
  const target = getNamedType(field.type).name;
  if (target !== 'Node' && !nouns.has(target)) return;
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return readAgain(value, context, info);
  };
}

/** Fields of the rows of reports: compiled rows know them by response key, those that code answers with are payloads. */
function attachReportField(field: GraphQLField<unknown, GraphContext>): void {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) =>
    isCompiled(source) ? clean((source as Row)[info.path.key]) : resolve(source, args, context, info);
}

/** Compiled rows come out of JSON and are plain objects; whatever domains answer with is an instance of a class, but for errors. */
function isCompiled(source: unknown): boolean {
  return typeof source === 'object' && source !== null && Object.getPrototypeOf(source) === Object.prototype;
}

function clean(value: unknown): unknown {
  if (value === VIOLATION) throw missingReference();
  return value;
}

async function readAgain(value: unknown, context: GraphContext, info: Parameters<Resolver>[3]): Promise<unknown> {
  const settled = await value;
  if (settled instanceof Node) return (await readEntities([settled], context, info))[0];
  if (Array.isArray(settled) && settled.every((item) => item instanceof Node))
    return readEntities(settled as Node[], context, info);
  return settled;
}

async function readEntities(
  entities: readonly Node[],
  context: GraphContext,
  info: Parameters<Resolver>[3],
): Promise<unknown[]> {
  const { plain } = context;
  if (plain) return Promise.all(entities.map((entity) => plain.again(entity)));
  return Promise.all(entities.map((entity) => rowLoader(context, info, entity).load(entity.id)));
}

type RowLoader = DataLoader<string, unknown>;
const rowLoaders = new WeakMap<object, Map<NounMeta, { context: GraphContext; loader: RowLoader }>>();

/**
 * Reads the rows of one field of all siblings in a list in one statement. Nothing is remembered: an operation may change what it has
 * read, and the context of a subscription outlives its events.
 */
function rowLoader(context: GraphContext, info: Parameters<Resolver>[3], entity: Node): RowLoader {
  const noun = nounOf(entity.constructor as Class);
  const own = rowLoaders.get(info.fieldNodes) ?? new Map<NounMeta, { context: GraphContext; loader: RowLoader }>();
  rowLoaders.set(info.fieldNodes, own);
  const present = own.get(noun);
  if (present?.context === context) return present.loader;
  const loader: RowLoader = new DataLoader(
    async (keys) => {
      const distinct = [...new Set(keys)];
      const read = await context.engine.readRows(info, noun, distinct, context.caller);
      const rows = new Map(distinct.map((key, index) => [key, read[index] ?? null]));
      return keys.map((key) => rows.get(key));
    },
    { cache: false },
  );
  own.set(noun, { context, loader });
  return loader;
}
