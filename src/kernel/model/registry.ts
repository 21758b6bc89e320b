import 'reflect-metadata';
import type { GraphQLScalarType } from 'graphql';

/** A class that is an entity, a value object or an enum's owner. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a constructor type must accept any parameter list
export type Class<T extends object = object> = abstract new (...args: any[]) => T;

/** What a scalar column holds; decides its SQL type, GraphQL scalar, filter input and JSON form. */
export type ScalarKind =
  'id' | 'text' | 'int' | 'boolean' | 'decimal' | 'date' | 'dateTime' | 'enum' | 'json' | 'textArray';

/**
 * How a column may be searched. `unique` and `btree` serve equality, ranges and sorting; `search` adds a trigram index for
 * substrings; `slow` allows filtering and sorting without an index, at a higher price; `none` offers neither.
 */
export type Access = 'unique' | 'btree' | 'search' | 'slow' | 'none';

interface FieldBase {
  name: string;
  description: string;
  nullable: boolean;
}
export interface ColumnField extends FieldBase {
  kind: 'column';
  scalar: ScalarKind;
  enumType?: object;
  /** GraphQL name of the enum. */
  enumName?: string;
  access: Access;
  /** Text that aggregates may group by, because it takes few values. */
  grouped?: boolean;
}
export interface ComputedField extends FieldBase {
  kind: 'computed';
  scalar: ScalarKind;
  enumName?: string;
  /** SQL over the row, given the quoted table alias. */
  sql: (alias: string) => string;
}
export interface EmbeddedField extends FieldBase {
  kind: 'embedded';
  value: () => Class;
  access: Access;
}
export interface OneField extends FieldBase {
  kind: 'one';
  target: () => Class;
  access: Access;
}
export interface ManyField extends FieldBase {
  kind: 'many';
  target: () => Class;
  /** The to-one field of the target that points back. */
  by: string;
  /** True: `by` is a plain key column of the target instead, such as the subject of a history entry. */
  raw?: boolean;
}
/** Typed values under names that a template defines, kept as one JSONB object. */
export interface CharacteristicsField extends FieldBase {
  kind: 'characteristics';
}
/** A reference to a row of any noun: two columns, the noun's name and its key. */
export interface AnyField extends FieldBase {
  kind: 'any';
  typeColumn: string;
  idColumn: string;
}
/** Names the parts of the row that the caller has no right to see; computed from the access policies. */
export interface WithheldField extends FieldBase {
  kind: 'withheld';
}
export type FieldMeta =
  ColumnField | ComputedField | EmbeddedField | OneField | ManyField | CharacteristicsField | AnyField | WithheldField;

export interface NounMeta {
  name: string;
  /** Two letters that begin every id of this noun; absent on interfaces. */
  tag?: string;
  target: Class;
  description: string;
  table: string;
  /** True for interfaces over one table (single-table inheritance). */
  abstract: boolean;
  parent?: NounMeta;
  /** Value of the `kind` column for a concrete noun that shares its table. */
  discriminator?: string;
  plural: string;
  own: Map<string, FieldMeta>;
  /** False for nouns reached only through others, never listed from the root. */
  root: boolean;
  /** Reference to the row that took a row's place; who asks for the row by its id or another key gets that one. */
  forwardedBy?: string;
  /** Field that tells of it too; lists leave such rows out unless their filter names one of the two. */
  forwardedState?: string;
  /** By a unique column, the list of rows that hold further values of it in a unique column of the same name; who looks a row up by one of these gets it. */
  furtherKeys?: Readonly<Record<string, string>>;
}

const nouns = new Map<Class, NounMeta>();
const fieldsOf = new Map<Class, Map<string, FieldMeta>>();
const embeddables = new Map<Class, { name: string; description: string }>();

/** Custom scalars that a plugin may add to; the name is the key. */
export const scalarTypes = new Map<string, GraphQLScalarType>();

function ownFields(target: Class): Map<string, FieldMeta> {
  let own = fieldsOf.get(target);
  if (!own) fieldsOf.set(target, (own = new Map()));
  return own;
}

/** Records a field of a class; field decorators call it before the class decorator runs. */
export function registerField(target: Class, field: FieldMeta): void {
  const own = ownFields(target);
  if (own.has(field.name)) throw new Error(`${target.name}.${field.name} is declared twice.`);
  own.set(field.name, field);
}

export function registerNoun(meta: Omit<NounMeta, 'own' | 'parent'>): NounMeta {
  const parent = nouns.get(Object.getPrototypeOf(meta.target) as Class);
  for (const other of nouns.values()) {
    if (other.name === meta.name) throw new Error(`Two nouns are named ${meta.name}.`);
    if (meta.tag && other.tag === meta.tag)
      throw new Error(`${meta.name} and ${other.name} share the id tag "${meta.tag}".`);
  }
  const noun: NounMeta = { ...meta, own: ownFields(meta.target), ...(parent ? { parent } : {}) };
  nouns.set(meta.target, noun);
  return noun;
}

export function registerEmbeddable(target: Class, name: string, description: string): void {
  embeddables.set(target, { name, description });
}

/** All nouns, interfaces included, in order of declaration. */
export const allNouns = (): NounMeta[] => [...nouns.values()];

export function nounOf(target: Class): NounMeta {
  const noun = nouns.get(target);
  if (!noun) throw new Error(`${target.name} is not a noun: decorate it with @Noun.`);
  return noun;
}

export const isNoun = (target: Class): boolean => nouns.has(target);

export function nounByName(name: string): NounMeta | undefined {
  return allNouns().find((noun) => noun.name === name);
}

export function nounByTag(tag: string): NounMeta | undefined {
  return allNouns().find((noun) => noun.tag === tag);
}

/** The concrete nouns that an interface stands for; a concrete noun stands for itself. */
export function concreteNouns(noun: NounMeta): NounMeta[] {
  if (!noun.abstract) return [noun];
  return allNouns().filter((other) => !other.abstract && ancestors(other).includes(noun));
}

/** A noun's interfaces over the same table, nearest first. */
export function ancestors(noun: NounMeta): NounMeta[] {
  return noun.parent ? [noun.parent, ...ancestors(noun.parent)] : [];
}

/** Fields of a noun, inherited ones first. */
export function nounFields(noun: NounMeta): Map<string, FieldMeta> {
  const inherited = noun.parent ? nounFields(noun.parent) : baseFields(noun.target);
  return new Map([...inherited, ...noun.own]);
}

function baseFields(target: Class): Map<string, FieldMeta> {
  const base = Object.getPrototypeOf(target) as Class | null;
  if (!base || base === Function.prototype) return new Map();
  return new Map([...baseFields(base), ...(fieldsOf.get(base) ?? [])]);
}

/** Whether a GraphQL type is a value object. */
export const isValueObject = (name: string): boolean =>
  [...embeddables.values()].some((embeddable) => embeddable.name === name);

/** The class of a value object, by the name of its GraphQL type. */
export const valueObjectByName = (name: string): Class | undefined =>
  [...embeddables].find(([, embeddable]) => embeddable.name === name)?.[0];

/** Fields of a value object. */
export function embeddableOf(target: Class): { name: string; description: string; fields: Map<string, FieldMeta> } {
  const found = embeddables.get(target);
  if (!found) throw new Error(`${target.name} is not a value object: decorate it with @ValueObject.`);
  return { ...found, fields: ownFields(target) };
}
