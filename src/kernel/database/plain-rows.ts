import { type EntityMetadata, type EntityProperty, type MetadataStorage, ReferenceKind } from '@mikro-orm/core';
import type { Node } from '../model/noun.js';
import type { Class } from '../model/registry.js';
import type { NativeInsert } from './native-insert.js';
import { NotPlain } from './not-plain.js';

/** How a class stands in its table: one row is one object, with a column for each value and each reference. */
interface PlainTable {
  name: string;
  columns: readonly { name: string; field: string; kind: 'value' | 'moment' | 'reference'; target?: Class }[];
  /** Columns that may change, quoted. */
  changing: readonly string[];
  /** All columns, quoted. */
  all: string;
}

interface Found {
  table: PlainTable;
  mark: string;
  /** Its row as JSON, to tell whether it was changed. */
  before: string;
}

type Row = Record<string, unknown>;

const tables = new Map<Class, PlainTable>();
const stubs = new Map<Class, object>();

/** The mark that the row of an entity had when it was found or written last. */
const marks = new WeakMap<Node, string>();

/** Rows of an operation in memory: those that were found and those that it adds. */
export class PlainRows {
  private readonly known = new Map<Node, Found>();
  private readonly added: Node[] = [];
  private changed: [entity: Node, table: PlainTable, row: Row][] = [];

  constructor(private readonly metadata: MetadataStorage) {}

  /** An entity of a row as JSON. Of the rows that it refers to only the keys are known. */
  found<T extends Node>(noun: Class<T>, row: Readonly<Row>, mark: string): T {
    const entity = new (noun as new () => T)();
    for (const { name, field, kind, target } of this.table(noun).columns) {
      const value = row[name];
      (entity as Row)[field] = value === null || value === undefined ? null : this.valueOf(value, kind, target);
    }
    marks.set(entity, mark);
    this.keep(entity);
    return entity;
  }

  /** Takes an entity in as whose row was found or written last. */
  keep(entity: Node): void {
    const mark = marks.get(entity)!;
    const table = this.table(entity.constructor as Class);
    this.known.set(entity, { table, mark, before: JSON.stringify(rowOf(table, entity)) });
  }

  /** Takes a new entity in. */
  add(entity: Node): void {
    this.table(entity.constructor as Class);
    this.added.push(entity);
  }

  /** An object of which only some fields are known: whoever asks for another needs the database. */
  partial<T extends Node>(noun: Class<T>, fields: Partial<T> & { id: string }): T {
    let stub = stubs.get(noun);
    if (!stub) {
      const hidden: PropertyDescriptorMap = {};
      const refuse = { get: refuseUnknown, configurable: true };
      for (const { name } of this.metadata.get(noun as never).props) hidden[name as string] = refuse;
      stubs.set(noun, (stub = Object.create(noun.prototype as object, hidden) as object));
    }
    const known = Object.entries(fields).map(([name, value]) => [name, { value, enumerable: true }] as const);
    return Object.create(stub, Object.fromEntries(known)) as T;
  }

  /**
   * The statement that writes the changes, the new rows and what goes with them, if all rows that were found are as they were seen: it
   * locks them in the order in which they were found. It answers with the mark of what it has written, or with nothing.
   */
  statement(beside: readonly NativeInsert[], at: Date): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const json = (rows: unknown) => `${bind(JSON.stringify(rows))}::json`;
    const parts: string[] = [];
    const stands: string[] = [];
    for (const [table, seen] of Map.groupBy(this.known, ([, found]) => found.table)) {
      const before = parts.length > 0 ? ` and exists (select 1 from "h${parts.length - 1}")` : '';
      const seenAs = seen.map(([{ id }, { mark }]) => ({ id, mark }));
      stands.push(`(select count(*) from "h${parts.length}") = ${bind(seenAs.length)}::int`);
      parts.push(`"h${parts.length}" as materialized (select "t"."id" from json_to_recordset(${json(seenAs)}) as "s" ("id" uuid, "mark" text)
        join "${table.name}" "t" on "t"."id" = "s"."id" and "t"."xmin" = "s"."mark"::xid${before} for update of "t")`);
    }
    parts.push(`"ok" as materialized (select 1${stands.length > 0 ? ` where ${stands.join(' and ')}` : ''})`);
    const OK = 'exists (select 1 from "ok")';
    this.changed = this.changes(at);
    for (const [{ name: table, changing }, changed] of Map.groupBy(this.changed, ([, of]) => of)) {
      const rows = json(changed.map(([, , row]) => row));
      parts.push(`"u${parts.length}" as (update "${table}" "t" set ${changing.map((column) => `${column} = "r".${column}`).join(', ')}
        from json_populate_recordset(null::"${table}", ${rows}) "r" where "t"."id" = "r"."id" and ${OK})`);
    }
    for (const [noun, added] of Map.groupBy(this.added, (entity) => entity.constructor as Class)) {
      const table = this.table(noun);
      const rows = json(added.map((entity) => rowOf(table, entity)));
      parts.push(`"a${parts.length}" as (insert into "${table.name}" (${table.all})
        select ${table.all} from json_populate_recordset(null::"${table.name}", ${rows}) where ${OK})`);
    }
    for (const insert of beside) {
      const given = `(select case when ${OK} then ${bind(insert.values[0])}::json else '[]'::json end)`;
      parts.push(`"b${parts.length}" as (${insert.text.replace('?::json', () => given)})`);
    }
    return { text: `with ${parts.join(', ')} select pg_current_xact_id()::xid::text "mark" from "ok"`, values };
  }

  /** The statement has had its effect, and left this mark on what it has written. */
  written(mark: string): void {
    for (const entity of [...this.added, ...this.changed.map(([changed]) => changed)]) marks.set(entity, mark);
  }

  private changes(at: Date): [Node, PlainTable, Row][] {
    return [...this.known].flatMap(([entity, { table, before }]) => {
      if (JSON.stringify(rowOf(table, entity)) === before) return [];
      entity.updatedAt = at;
      return [[entity, table, rowOf(table, entity)] as [Node, PlainTable, Row]];
    });
  }

  private valueOf(value: unknown, kind: PlainTable['columns'][number]['kind'], target: Class | undefined): unknown {
    if (kind === 'moment') return new Date(value as string);
    return kind === 'reference' ? this.partial(target as Class<Node>, { id: value as string }) : value;
  }

  private table(noun: Class): PlainTable {
    let table = tables.get(noun);
    if (!table) tables.set(noun, (table = tableOf(this.metadata.get(noun as never))));
    return table;
  }
}

function refuseUnknown(): never {
  throw new NotPlain();
}

function tableOf(meta: EntityMetadata): PlainTable {
  const props = (meta.props as EntityProperty[]).filter(
    ({ persist, kind }) => persist !== false && kind !== ReferenceKind.ONE_TO_MANY,
  );
  // Shared tables and objects in columns of their owner are for ordinary transactions.
  if (meta.discriminatorColumn || props.some(({ kind }) => !PLAIN.has(kind))) throw new NotPlain();
  const columns = props.map(({ name, fieldNames, kind, runtimeType, targetMeta }) => ({
    name: fieldNames[0]!,
    field: name,
    kind: kind === ReferenceKind.SCALAR ? (runtimeType === 'Date' ? 'moment' : 'value') : 'reference',
    ...(targetMeta ? { target: targetMeta.class as Class } : {}),
  })) as PlainTable['columns'];
  const quoted = columns.map(({ name }) => `"${name}"`);
  const changing = quoted.filter((name) => name !== '"id"' && name !== '"created_at"');
  return { name: meta.tableName, columns, changing, all: quoted.join(', ') };
}

const PLAIN = new Set<string>([ReferenceKind.SCALAR, ReferenceKind.MANY_TO_ONE]);

const rowOf = ({ columns }: PlainTable, entity: Node): Row =>
  Object.fromEntries(
    columns.map(({ name, field, kind }) => {
      const value = (entity as unknown as Row)[field] ?? null;
      return [name, kind === 'reference' ? ((value as Node | null)?.id ?? null) : value];
    }),
  );
