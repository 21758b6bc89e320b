import { Embedded, Enum, Formula, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int as GraphQLInt } from 'type-graphql';
import { enumName } from './enums.js';
import {
  type Access,
  type Class,
  type ColumnField,
  type ManyField,
  type ScalarKind,
  registerField,
} from './registry.js';
import { DateOnly, DateTime, Decimal, Json } from './scalars.js';
import { columnName } from './naming.js';
import { Characteristic } from './characteristic.js';

/** What every field says once, for the table and for the graph. */
export interface FieldOptions {
  /** For the contract: meaning, unit, allowed values, and the function point or standard it comes from. */
  description: string;
  nullable?: boolean;
  /** How it may be searched and sorted; see {@link Access}. */
  access?: Access;
  /** True for text that takes few values, so that aggregates may group by it; other kinds are grouped where that makes sense. */
  grouped?: boolean;
}

const graphqlTypes = {
  text: () => String,
  int: () => GraphQLInt,
  boolean: () => Boolean,
  decimal: () => Decimal,
  date: () => DateOnly,
  dateTime: () => DateTime,
  json: () => Json,
  textArray: () => [String],
} as const;

const columnTypes = {
  text: { type: 'text', columnType: 'text' },
  int: { type: 'integer', columnType: 'int' },
  boolean: { type: 'boolean', columnType: 'boolean' },
  decimal: { type: 'decimal', columnType: 'numeric(30,10)' },
  date: { type: 'date', columnType: 'date' },
  dateTime: { type: 'datetime', columnType: 'timestamptz(3)' },
  json: { type: 'json', columnType: 'jsonb' },
  textArray: { type: 'array', columnType: 'text[]' },
} as const;

type PlainKind = keyof typeof columnTypes;

/** An index over properties of the class; MikroORM types them by the entity, which a decorator factory does not know. */
function indexOn(owner: object, options: Record<string, unknown>): void {
  Index(options as never)(owner as never);
}

function addIndex(access: Access, prototype: object, key: string): void {
  const owner = prototype.constructor;
  const column = columnName(key);
  if (access === 'unique') Unique({ properties: key } as never)(owner as never);
  // Lists are sorted by (column, id): the key breaks ties and anchors the cursor.
  if (access === 'btree' || access === 'search') indexOn(owner, { properties: [key, 'id'] });
  if (access === 'search') {
    const name = `${columnName(owner.name)}_${column}_search`;
    const expression = (_columns: unknown, table: { name: string }) =>
      `create index "${name}" on "${table.name}" using gin ("${column}" gin_trgm_ops)`;
    indexOn(owner, { name, expression });
  }
}

function column(kind: PlainKind, options: FieldOptions, extra: Record<string, unknown> = {}): PropertyDecorator {
  return (prototype, property) => {
    const key = String(property);
    const access = options.access ?? 'none';
    const nullable = options.nullable ?? false;
    const grouped = options.grouped ? { grouped: true } : {};
    registerField(prototype.constructor as Class, {
      kind: 'column',
      name: key,
      scalar: kind,
      description: options.description,
      nullable,
      access,
      ...grouped,
    });
    Property({ ...columnTypes[kind], ...extra, nullable })(prototype as never, key as never);
    Field(graphqlTypes[kind], { nullable, description: options.description })(prototype, key);
    addIndex(access, prototype, key);
  };
}

/** Text of at most `max` characters (default 200); longer input is refused before it reaches the table. */
export const Text = (options: FieldOptions & { max?: number }) =>
  column('text', options, { columnType: `varchar(${options.max ?? 200})`, length: options.max ?? 200 });
/** A 32-bit whole number. */
export const Int = (options: FieldOptions) => column('int', options);
export const Bool = (options: FieldOptions) => column('boolean', options);
/** An exact decimal number; never a float. */
export const DecimalNumber = (options: FieldOptions) => column('decimal', options, { columnType: 'numeric' });
/** A calendar day. */
export const Day = (options: FieldOptions) => column('date', options);
/** A point in time, kept to the millisecond in UTC. */
export const Instant = (options: FieldOptions) => column('dateTime', options);
export const JsonValue = (options: FieldOptions) => column('json', options);
export const TextList = (options: FieldOptions) => column('textArray', options);

/** One value of a closed list; see {@link describeEnum}. */
export const EnumOf = (enumeration: () => Record<string, string>, options: FieldOptions): PropertyDecorator => {
  return (prototype, property) => {
    const key = String(property);
    const nullable = options.nullable ?? false;
    const access = options.access ?? 'slow';
    registerField(prototype.constructor as Class, {
      kind: 'column',
      name: key,
      scalar: 'enum',
      enumType: enumeration(),
      enumName: enumName(enumeration()),
      description: options.description,
      nullable,
      access,
    } satisfies ColumnField);
    Enum({ items: () => Object.values(enumeration()), type: 'string', columnType: 'text', nullable } as never)(
      prototype,
      key,
    );
    Field(() => enumeration(), { nullable, description: options.description })(prototype, key);
    addIndex(access, prototype, key);
  };
};

/** A value object kept in columns of this table, such as Money or TimePeriod; all null when absent. */
export const Value = (value: () => Class, options: FieldOptions): PropertyDecorator => {
  return (prototype, property) => {
    const key = String(property);
    const nullable = options.nullable ?? false;
    registerField(prototype.constructor as Class, {
      kind: 'embedded',
      name: key,
      value,
      description: options.description,
      nullable,
      access: options.access ?? 'slow',
    });
    Embedded({ entity: value as never, nullable, prefix: `${columnName(key)}_` })(prototype as never, key as never);
    Field(() => value() as never, { nullable, description: options.description })(prototype, key);
  };
};

/** The values that a template's characteristics take on this row (MOD-80): one JSONB object, shown as name and value. */
export const Characteristics = (options: { description: string }): PropertyDecorator => {
  return (prototype, property) => {
    const key = String(property);
    registerField(prototype.constructor as Class, {
      kind: 'characteristics',
      name: key,
      description: options.description,
      nullable: false,
    });
    Property({ type: 'json', columnType: 'jsonb', default: '{}' })(prototype as never, key as never);
    Field(() => [Characteristic], { description: options.description })(prototype, key);
    const column = columnName(key);
    const name = `${columnName(prototype.constructor.name)}_${column}_gin`;
    const expression = (_columns: unknown, table: { name: string }) =>
      `create index "${name}" on "${table.name}" using gin ("${column}" jsonb_path_ops)`;
    indexOn(prototype.constructor, { name, expression });
  };
};

/** A value that SQL computes from the row; `sql` gets the quoted alias of the row's table. */
export const Computed = (
  kind: Exclude<ScalarKind, 'id' | 'enum' | 'json' | 'textArray'>,
  sql: (alias: string) => string,
  options: { description: string; nullable?: boolean },
): PropertyDecorator => {
  return (prototype, property) => {
    const key = String(property);
    const nullable = options.nullable ?? false;
    registerField(prototype.constructor as Class, {
      kind: 'computed',
      name: key,
      scalar: kind,
      sql,
      description: options.description,
      nullable,
    });
    Formula((_columns, table) => sql(table.alias), { type: columnTypes[kind].type, lazy: true, nullable } as never)(
      prototype,
      key,
    );
    Field(graphqlTypes[kind], { nullable, description: options.description })(prototype, key);
  };
};

export interface OneOptions extends FieldOptions {
  /** Name of the connection on the other side, such as `orders` on Customer; without it there is none. */
  inverse?: string;
  inverseDescription?: string;
  /** In the graph the field may be null for callers who may not see the target, even where the column is not. */
  hideable?: boolean;
}

/** A reference to one row of another noun. The connection on the other side is said here too, so that a domain never reaches forward. */
export const One = (target: () => Class, options: OneOptions): PropertyDecorator => {
  return (prototype, property) => {
    const key = String(property);
    const owner = prototype.constructor as Class;
    const nullable = options.nullable ?? false;
    registerField(owner, {
      kind: 'one',
      name: key,
      target,
      description: options.description,
      nullable: nullable || (options.hideable ?? false),
      access: options.access ?? 'btree',
    });
    ManyToOne({ entity: target as never, nullable, deleteRule: 'restrict', updateRule: 'no action' } as never)(
      prototype as never,
      key as never,
    );
    Field(() => target() as never, {
      nullable: nullable || (options.hideable ?? false),
      description: options.description,
    })(prototype, key);
    if ((options.access ?? 'btree') !== 'none') indexOn(owner, { properties: [key, 'id'] });
    if (options.inverse) {
      inverses.push({
        on: target,
        field: {
          kind: 'many',
          name: options.inverse,
          target: () => owner,
          by: key,
          description: options.inverseDescription ?? '',
          nullable: false,
        },
      });
    }
  };
};

/** Connections declared by the other side; {@link linkInverses} puts them on their nouns when all domains are loaded. */
const inverses: { on: () => Class; field: ManyField }[] = [];

export function linkInverses(): void {
  for (const { on, field } of inverses.splice(0)) registerField(on(), field);
}

/** A reference to a row of any noun: its type's name and its key, in two columns of this table. */
export const Any = (options: {
  description: string;
  nullable?: boolean;
  typeColumn: string;
  idColumn: string;
}): PropertyDecorator => {
  return (prototype, property) => {
    registerField(prototype.constructor as Class, {
      kind: 'any',
      name: String(property),
      description: options.description,
      nullable: options.nullable ?? true,
      typeColumn: options.typeColumn,
      idColumn: options.idColumn,
    });
  };
};

/**
 * Says of a row which of its references, connections and values the caller has no right to see, by the access policies: a client
 * then tells "there is none" from "not shown". The graph makes the closed list of their names.
 */
export const WithheldParts = (options: { description: string }): PropertyDecorator => {
  return (prototype, property) => {
    registerField(prototype.constructor as Class, {
      kind: 'withheld',
      name: String(property),
      description: options.description,
      nullable: false,
    });
  };
};

export { ID };
