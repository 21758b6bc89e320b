import { Temporal } from 'temporal-polyfill';
import { type Class, nounOf } from '../model/registry.js';

/** A kind of reference by which a cell names a record. */
export interface Reference {
  noun: Class;
  /** SQL that answers `key` and `id` of the records with the keys `$1`; by the noun's own column `code` when absent. */
  select?: string;
}

/** A value with the column that it comes from, so that what is wrong with it can be told. */
export class Cell {
  constructor(
    readonly column: string,
    readonly value: unknown,
    /** The value is a key of such a record and becomes its id. */
    readonly reference?: Reference,
  ) {}
}

/** What is wrong with a cell. */
export interface CellFault {
  column: string;
  value: string;
  reason: string;
}

/** A day, or a day and a time of day, without a time zone. */
const LOCAL = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$/;

const flags: Record<string, boolean> = { true: true, false: false, yes: true, no: false, 1: true, 0: false };

/** Reads the cells of a row for the input of a mutation; blank cells are undefined. Only their form is checked: the rest is the mutation's. */
export class RowReader {
  readonly faults: CellFault[] = [];

  /** @param zone time zone of days and times that name none, an IANA name */
  constructor(
    private readonly field: (column: string) => string,
    private readonly zone: string,
  ) {}

  has(column: string): boolean {
    return this.field(column) !== '';
  }

  /** Text, and whatever stands as text in an input: enum values, decimals, days. */
  text(column: string): Cell | undefined {
    return this.has(column) ? new Cell(column, this.field(column)) : undefined;
  }

  /** A moment; a day alone stands for its beginning, and a day and time without a zone for the moment that it is then, in the time zone of the table. */
  moment(column: string): Cell | undefined {
    const text = this.field(column);
    if (!LOCAL.test(text)) return this.text(column);
    try {
      return new Cell(column, Temporal.PlainDateTime.from(text).toZonedDateTime(this.zone).toInstant().toString());
    } catch {
      return this.text(column);
    }
  }

  whole(column: string): Cell | undefined {
    if (!this.has(column)) return undefined;
    const text = this.field(column);
    if (/^-?\d{1,15}$/.test(text)) return new Cell(column, Number(text));
    return this.fault(column, 'A whole number is expected.');
  }

  /** `true` or `false`, also as `yes` and `no` or `1` and `0`. */
  flag(column: string): Cell | undefined {
    if (!this.has(column)) return undefined;
    const value = flags[this.field(column).toLowerCase()];
    return value === undefined ? this.fault(column, 'Expected is true or false.') : new Cell(column, value);
  }

  json(column: string): Cell | undefined {
    if (!this.has(column)) return undefined;
    try {
      return new Cell(column, JSON.parse(this.field(column)));
    } catch {
      return this.fault(column, 'The cell is not valid JSON.');
    }
  }

  /** The parts of a cell, between semicolons. */
  parts(column: string): string[] {
    return this.field(column)
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  texts(column: string): Cell[] | undefined {
    return this.has(column) ? this.parts(column).map((part) => new Cell(column, part)) : undefined;
  }

  /** A value that was made of a part of a cell. */
  piece(column: string, value: unknown): Cell {
    return new Cell(column, value);
  }

  /** The id of the record that the cell names. */
  reference(column: string, to: Class | Reference): Cell | undefined {
    return this.has(column) ? this.referring(column, this.field(column), to) : undefined;
  }

  /** The id of the record that a part of a cell names. */
  referring(column: string, key: string, to: Class | Reference): Cell {
    return new Cell(column, key, typeof to === 'function' ? { noun: to } : to);
  }

  fault(column: string, reason: string): undefined {
    this.faults.push({ column, value: this.field(column), reason });
  }
}

/** SQL that answers `key` and `id` of the records that keys name. */
export const referenceQuery = ({ noun, select }: Reference): string =>
  select ?? `select "code" as "key", "id" from "${nounOf(noun).table}" where "code" = any($1)`;
