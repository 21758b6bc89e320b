import type { EntityProperty, MikroORM } from '@mikro-orm/postgresql';
import { type Class, nounOf } from '../../src/kernel/model/registry.js';
import type { Node } from '../../src/kernel/model/noun.js';
import { copyText } from './copy-text.js';

type Value<V> = V extends Node
  ? string
  : V extends Node | null | undefined
    ? string | null
    : V extends { from: Date }
      ? { from: Date; to: Date | null }
      : V;

/** A row of a noun for bulk writing: references are keys, everything that has no value may be left out when the column is nullable. */
export type Row<T> = { id: string; createdAt: Date; updatedAt?: Date } & {
  [K in Exclude<keyof T, 'id' | 'createdAt' | 'updatedAt'> as T[K] extends (...args: never[]) => unknown ? never : K]?:
    Value<T[K]> | undefined;
};

type AnyRow = Record<string, unknown>;
type Encoder = (row: AnyRow) => string;

/** How rows of one noun become lines of `COPY … FROM STDIN`. */
export interface Table {
  noun: Class;
  /** `copy "table" ("a", "b") from stdin`. */
  copy: string;
  /** The line of a row, with its line feed. Throws when the row lacks a value that the column must have. */
  line: (row: AnyRow) => string;
  /** Nouns that rows of this one refer to. */
  targets: Class[];
}

/** Reads a noun's columns from MikroORM's metadata, so that a column that comes or goes is noticed here and nowhere else. */
export function tableOf(orm: MikroORM, noun: Class): Table {
  const meta = orm.getMetadata(noun as never);
  const columns: string[] = [];
  const encoders: Encoder[] = [];
  const targets: Class[] = [];
  for (const prop of meta.props as unknown as EntityProperty[]) {
    if (prop.persist === false || prop.formula || prop.autoincrement || prop.kind === 'embedded' || prop.kind === '1:m')
      continue;
    if (prop.kind === 'm:1') targets.push(prop.targetMeta!.class as Class);
    columns.push(prop.fieldNames[0]!);
    encoders.push(encoderOf(noun.name, prop, nounOf(noun).discriminator));
  }
  return {
    noun,
    copy: `copy "${meta.root.tableName}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`,
    line: (row) => {
      let line = encoders[0]!(row);
      for (let index = 1; index < encoders.length; index++) line += `\t${encoders[index]!(row)}`;
      return `${line}\n`;
    },
    targets,
  };
}

function encoderOf(noun: string, prop: EntityProperty, discriminator: string | undefined): Encoder {
  const { name } = prop;
  const read = reader(prop);
  const nullable = prop.nullable === true;
  const isJson = prop.type === 'json' || prop.columnTypes[0] === 'jsonb';
  if (name === 'kind' && discriminator !== undefined) return () => discriminator;
  return (row) => {
    const value = read(row);
    if (value !== undefined && value !== null) return copyText(isJson ? JSON.stringify(value) : value);
    if (!nullable) throw new Error(`A seeded row of ${noun} has no value for ${name}.`);
    return '\\N';
  };
}

function reader(prop: EntityProperty): (row: AnyRow) => unknown {
  const { name } = prop;
  if (name === 'updatedAt') return (row) => row.updatedAt ?? row.createdAt;
  if (!prop.embedded) return (row) => row[name];
  const [owner, field] = prop.embedded as unknown as [string, string];
  return (row) => (row[owner] as AnyRow | null | undefined)?.[field];
}
