import type { EntityProperty } from '@mikro-orm/core';
import pg from 'pg';
import type { Database } from '../../kernel/database/database.js';
import { columnName } from '../../kernel/model/naming.js';
import {
  type ColumnField,
  type FieldMeta,
  type NounMeta,
  allNouns,
  concreteNouns,
  embeddableOf,
  nounFields,
  nounOf,
} from '../../kernel/model/registry.js';
import type { Choices } from './choices.js';
import { someObject, someText, someValue } from './values.js';

/** Rows by the name of their noun, as the database has them: columns by name. */
export type Rows = Map<string, Record<string, unknown>[]>;

export interface RowOptions {
  /** Rows tried for each noun; those that break a constraint are left out. */
  perNoun: number;
  /** Keys that references point to more often than to others, by noun. */
  favourites?: ReadonlyMap<string, readonly string[]>;
}

/** What PostgreSQL answers for a row that a constraint does not admit: unique, check, exclusion, and a number that one cannot reckon with. */
const NOT_ADMITTED = new Set(['23505', '23514', '23P01', '22003']);

/** Fills every noun's table with random rows, targets of references first; constraints say which rows are left out. Views show what is there. */
export async function insertRandomRows(database: Database, choices: Choices, options: RowOptions): Promise<void> {
  const before = await readRows(database);
  const keys = new Map(
    [...before]
      .filter(([, rows]) => rows.length > 0)
      .map(([noun, rows]) => [noun, rows.map((row) => row['id'] as string)]),
  );
  const views = await viewNames(database);
  for (const noun of inOrder().filter(({ table }) => !views.has(table))) {
    // Where constraints left out all of them by chance, it is tried on: what is drawn depends on the nouns before.
    const tries = options.perNoun * 20;
    for (let index = 0; index < options.perNoun || (!keys.has(noun.name) && index < tries); index++) {
      const row = new RowMaker(database, noun, choices, keys, options, index).make();
      if (await insert(database, noun.table, row))
        keys.set(noun.name, [...(keys.get(noun.name) ?? []), row['id'] as string]);
    }
    if (!keys.has(noun.name)) throw new Error(`No row of ${noun.name} could be made.`);
  }
}

async function viewNames(database: Database): Promise<Set<string>> {
  const text = 'select "viewname" as "name" from "pg_views" where "schemaname" = current_schema()';
  return new Set((await database.pool.query<{ name: string }>(text)).rows.map(({ name }) => name));
}

/** Every row there is, by noun. */
export async function readRows(database: Database): Promise<Rows> {
  const rows: Rows = new Map();
  for (const noun of allNouns().filter((candidate) => !candidate.abstract)) {
    const kind = noun.discriminator ? ` where "kind" = '${noun.discriminator}'` : '';
    const text = `select * from "${noun.table}"${kind} order by "id"`;
    rows.set(noun.name, (await database.pool.query<Record<string, unknown>>({ text, types })).rows);
  }
  return rows;
}

/** Days stay texts: as a Date they would depend on the time zone of the process. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.DATE ? String : (pg.types.getTypeParser(type, format) as never),
};

/** Concrete nouns, each after those it refers to. */
function inOrder(): NounMeta[] {
  const done: NounMeta[] = [];
  const visit = (noun: NounMeta, above: readonly NounMeta[]): void => {
    if (done.includes(noun) || above.includes(noun)) return;
    for (const field of nounFields(noun).values())
      if (field.kind === 'one')
        for (const target of concreteNouns(nounOf(field.target()))) visit(target, [...above, noun]);
    done.push(noun);
  };
  // What may refer to anything comes last.
  const refersToAny = (noun: NounMeta) => [...nounFields(noun).values()].some((field) => field.kind === 'any');
  const concrete = allNouns().filter((noun) => !noun.abstract);
  for (const noun of [...concrete.filter((each) => !refersToAny(each)), ...concrete.filter(refersToAny)])
    visit(noun, []);
  return done;
}

async function insert(database: Database, table: string, row: Record<string, unknown>): Promise<boolean> {
  const columns = Object.keys(row);
  const text = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
  try {
    await database.pool.query(text, Object.values(row));
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code && NOT_ADMITTED.has(code)) return false;
    throw error;
  }
}

/** Makes one row of a noun. */
class RowMaker {
  private readonly row: Record<string, unknown> = {};
  private readonly props: readonly EntityProperty[];

  constructor(
    database: Database,
    private readonly noun: NounMeta,
    private readonly choices: Choices,
    private readonly keys: ReadonlyMap<string, readonly string[]>,
    private readonly options: RowOptions,
    private readonly index: number,
  ) {
    this.props = database.orm.getMetadata().get(noun.target as never).props as never;
  }

  make(): Record<string, unknown> {
    const { row, noun } = this;
    const fields = [...nounFields(noun).values()];
    for (const field of fields) this.fill(field);
    row['id'] = this.key();
    if (noun.discriminator) row['kind'] = noun.discriminator;
    for (const prop of this.props)
      if (!(columnOf(prop) in row) && isOwn(prop) && !nounFields(noun).has(prop.name)) this.fillPlain(prop);
    return row;
  }

  private key(): string {
    const digits = (count: number) =>
      Array.from({ length: count }, () => this.choices.int(0, 15).toString(16)).join('');
    return `${digits(8)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
  }

  private fill(field: FieldMeta): void {
    const column = columnName(field.name);
    // A reference that the contract calls nullable because it may be hidden is there all the same.
    const nullable =
      field.kind === 'one' ? this.props.find((prop) => prop.name === field.name)?.nullable : field.nullable;
    const isNull = nullable && this.choices.chance(25);
    switch (field.kind) {
      case 'column':
        this.row[column] = isNull ? null : this.scalar(field, column);
        return;
      case 'embedded':
        for (const part of embeddableOf(field.value()).fields.values()) {
          const name = `${column}_${columnName(part.name)}`;
          if (part.kind === 'column')
            this.row[name] = isNull || (part.nullable && this.choices.chance(40)) ? null : this.scalar(part, name);
        }
        return;
      case 'characteristics':
        this.row[column] = JSON.stringify(someObject(this.choices));
        return;
      case 'one':
        this.row[`${column}_id`] = isNull ? null : this.reference(nounOf(field.target()));
        return;
      case 'any': {
        const noun = this.choices.pick([...this.keys.keys()]);
        this.row[field.typeColumn] = noun;
        this.row[field.idColumn] = this.choices.chance(5) ? this.key() : this.choices.pickEarly(this.keys.get(noun)!);
        return;
      }
      default:
        return;
    }
  }

  private scalar(field: ColumnField, column: string): unknown {
    const max = this.props.find((prop) => columnOf(prop) === column)?.length ?? 200;
    const value = someValue(this.choices, field.scalar, max, Object.values(field.enumType ?? {}) as string[]);
    // The contract takes JSON's null for a missing value.
    if (field.scalar === 'json') return JSON.stringify(value ?? (field.nullable ? null : {}));
    if (field.access !== 'unique' || field.scalar !== 'text') return value;
    return `${[...someText(this.choices, max - 6)].join('')}#${this.index}`;
  }

  private reference(target: NounMeta): string | null {
    const concretes = concreteNouns(target).filter((noun) => this.keys.has(noun.name));
    if (concretes.length === 0) return null;
    const { name } = this.choices.pick(concretes);
    const favourites = this.options.favourites?.get(name);
    return this.choices.pickEarly(favourites && this.choices.chance(70) ? favourites : this.keys.get(name)!);
  }

  /** Columns that are not part of the contract. */
  private fillPlain(prop: EntityProperty): void {
    const column = columnOf(prop);
    if (prop.nullable && this.choices.chance(25)) this.row[column] = null;
    else this.row[column] = this.plainValue(prop, prop.columnTypes?.[0] ?? '');
  }

  private plainValue(prop: EntityProperty, type: string): unknown {
    if (type === 'uuid') return this.keyFor(prop.name);
    if (type === 'bigint') return this.choices.int(1, 2_000_000_000);
    if (/^(smallint|int|integer|int[24]|numeric)\b/.test(type)) return this.index;
    if (type === 'boolean') return this.choices.chance(50);
    if (type === 'jsonb') return JSON.stringify(someObject(this.choices));
    if (type === 'date') return someValue(this.choices, 'date');
    if (type.startsWith('timestamptz')) return someValue(this.choices, 'dateTime');
    return type.endsWith('[]') ? [] : `${this.noun.name}${this.index}`;
  }

  /** `customerId` is the key of a customer; any key will do where the name says nothing. */
  private keyFor(name: string): string {
    const noun = allNouns().find((candidate) => `${candidate.name.toLowerCase()}id` === name.toLowerCase());
    const known = noun && this.reference(noun);
    return known ?? this.choices.pick([...this.keys.values()].flat());
  }
}

const columnOf = (prop: EntityProperty): string => prop.fieldNames?.[0] ?? '';

function isOwn(prop: EntityProperty): boolean {
  return (
    prop.kind === 'scalar' &&
    prop.persist !== false &&
    !prop.autoincrement &&
    !prop.formula &&
    !prop.embedded &&
    prop.name !== 'kind' &&
    columnOf(prop) !== ''
  );
}
