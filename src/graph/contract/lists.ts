import { constant, pascal } from '../../kernel/model/naming.js';
import {
  type ColumnField,
  type FieldMeta,
  type NounMeta,
  type ScalarKind,
  embeddableOf,
  nounFields,
} from '../../kernel/model/registry.js';

/** A column that a filter, an order or an aggregate may name; fields of value objects appear under `owner` + `Field`. */
export interface NamedColumn {
  /** Name in the contract, such as `price` or `priceAmount`. */
  name: string;
  /** The noun's field it belongs to. */
  field: string;
  /** The value object's field, for embedded columns. */
  part?: string;
  scalar: ScalarKind;
  enumName?: string;
  nullable: boolean;
  indexed: boolean;
  /** Text that aggregates may group by. */
  grouped: boolean;
  description: string;
}

const isIndexed = (field: ColumnField) => field.access !== 'slow' && field.access !== 'none';

/** Columns of a noun that lists may be sorted by; columns of value objects included. */
export function sortableColumns(noun: NounMeta): NamedColumn[] {
  return columns(noun).filter((column) => !['json', 'textArray', 'id'].includes(column.scalar));
}

/** Columns that aggregates may group by: closed lists, booleans, days and moments, currencies, and text with few values. */
export function groupableColumns(noun: NounMeta): NamedColumn[] {
  return columns(noun).filter(
    (column) =>
      ['enum', 'boolean', 'date', 'dateTime'].includes(column.scalar) || column.part === 'currency' || column.grouped,
  );
}

/** Columns that can be summed and averaged. */
export function numericColumns(noun: NounMeta): NamedColumn[] {
  return columns(noun).filter((column) => column.scalar === 'int' || column.scalar === 'decimal');
}

/** Columns with a smallest and a largest value. */
export function rangedColumns(noun: NounMeta): NamedColumn[] {
  return columns(noun).filter((column) => ['int', 'decimal', 'date', 'dateTime'].includes(column.scalar));
}

function columns(noun: NounMeta): NamedColumn[] {
  return [...nounFields(noun).values()].flatMap((field) => columnsOf(field));
}

function columnsOf(field: FieldMeta): NamedColumn[] {
  if (field.kind === 'column') {
    if (field.access === 'none') return [];
    return [named(field.name, field, field.name, undefined, field.nullable)];
  }
  if (field.kind !== 'embedded' || field.access === 'none') return [];
  return [...embeddableOf(field.value()).fields.values()]
    .filter((part): part is ColumnField => part.kind === 'column')
    .map((part) =>
      named(`${field.name}${pascal(part.name)}`, part, field.name, part.name, field.nullable || part.nullable),
    );
}

function named(
  name: string,
  column: ColumnField,
  field: string,
  part: string | undefined,
  nullable: boolean,
): NamedColumn {
  return {
    name,
    field,
    ...(part ? { part } : {}),
    scalar: column.scalar,
    ...(column.enumName ? { enumName: column.enumName } : {}),
    nullable,
    indexed: part ? false : isIndexed(column),
    grouped: column.grouped ?? false,
    description: column.description,
  };
}

/** Enum value of a column in order and group arguments. */
export const columnConstant = (column: NamedColumn): string => constant(column.name);
