import { Decimal } from 'decimal.js';
import { Temporal } from 'temporal-polyfill';
import type { NounMeta } from '../../kernel/model/registry.js';
import { type Bucket, type Dimension, MAX_GROUPS, checkCurrency } from '../contract/checks.js';
import { type NamedColumn, numericColumns, rangedColumns } from '../contract/lists.js';
import { valueAt } from './place.js';

/** Wide enough for sums of many numbers of forty digits; never in the form of powers of ten. */
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -1e9, toExpPos: 1e9 });
const AVERAGE_PLACES = 6;

/** What an aggregate is asked over. */
export interface Question {
  noun: NounMeta;
  dimensions: readonly Dimension[];
  /** The list's filter argument. */
  filter: unknown;
  /** Refuses a field that the caller does not see. */
  may: (field: string) => void;
  /** Time zone of periods whose dimension names none. */
  zone: string;
  /** Keys of the references that the caller may see, of those in the rows. */
  seen: (reference: string, key: string) => boolean;
  /** The entity behind a key of a reference. */
  load: (reference: string, key: string) => unknown;
}

/** A group of rows, answering fields of the contract by name. */
export class PlainGroup {
  constructor(
    private readonly question: Question,
    private readonly values: readonly unknown[],
    private readonly rows: readonly object[],
  ) {}

  count(): number {
    return this.rows.length;
  }

  key(): object {
    const { dimensions, load } = this.question;
    const members = dimensions.map((dimension, index) => {
      const value = this.values[index];
      return [
        dimension.name,
        'reference' in dimension && value !== null ? () => load(dimension.reference, value as string) : value,
      ] as const;
    });
    return figures(Object.fromEntries([...members].reverse()));
  }

  sum(): object {
    return this.over(numericColumns(this.question.noun), (values) => print(total(values)));
  }

  average(): object {
    return this.over(numericColumns(this.question.noun), (values) =>
      print(total(values).div(values.length).toDecimalPlaces(AVERAGE_PLACES, Decimal.ROUND_HALF_UP)),
    );
  }

  min(): object {
    return this.extreme((order) => order < 0);
  }

  max(): object {
    return this.extreme((order) => order > 0);
  }

  private extreme(better: (order: number) => boolean): object {
    return this.over(rangedColumns(this.question.noun), (values, column) => {
      const best = values.reduce((kept, value) => (better(compare(value, kept, column.scalar)) ? value : kept));
      return column.scalar === 'decimal' ? print(new Exact(best as string)) : best;
    });
  }

  private over(columns: readonly NamedColumn[], figure: (values: unknown[], column: NamedColumn) => unknown): object {
    const { noun, dimensions, filter, may } = this.question;
    const members = columns.map((column) => [
      column.name,
      () => {
        may(column.field);
        checkCurrency(noun, column.name, dimensions, filter);
        const values = this.rows.map((row) => valueAt(row, pathOf(column))).filter((value) => value !== null);
        return values.length ? figure(values, column) : null;
      },
    ]);
    return figures(Object.fromEntries(members) as object);
  }
}

/** Fields by name, in an instance of a class: plain objects are rows of the compiler. */
class Figures {}
const figures = (members: object): object => Object.assign(new Figures(), members);

const pathOf = (column: NamedColumn): string[] => (column.part ? [column.field, column.part] : [column.field]);
const total = (values: readonly unknown[]): Decimal =>
  values.reduce<Decimal>((sum, value) => sum.plus(value as string), new Exact(0));
const print = (number: Decimal): string => (number.isZero() ? '0' : number.toFixed());

/** Rows in groups of equal dimensions, in the order of the dimensions, missing values last. */
export function grouped(question: Question, rows: readonly object[]): PlainGroup[] {
  const { dimensions, seen, zone } = question;
  const groups = new Map<string, { values: unknown[]; rows: object[] }>();
  // Without dimensions there is one group, even over nothing.
  if (dimensions.length === 0) groups.set('[]', { values: [], rows: [] });
  for (const row of rows) {
    const values = dimensions.map((dimension) => dimensionOf(row, dimension, seen, zone));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, rows: [] };
    groups.set(key, group);
    group.rows.push(row);
  }
  const sorted = [...groups.values()].sort((one, other) =>
    dimensions.reduce((order, dimension, at) => order || inOrder(one.values[at], other.values[at], dimension), 0),
  );
  return sorted.slice(0, MAX_GROUPS).map((group) => new PlainGroup(question, group.values, group.rows));
}

function dimensionOf(row: object, dimension: Dimension, seen: Question['seen'], zone: string): unknown {
  if ('reference' in dimension) {
    const key = (valueAt(row, [dimension.reference]) as { id: string } | null)?.id;
    return key !== undefined && seen(dimension.reference, key) ? key : null;
  }
  const value = valueAt(row, pathOf(dimension.column));
  if (value === null || !dimension.bucket) return value;
  return typeof value === 'string'
    ? periodOfDay(value, dimension.bucket)
    : periodOf(value as Date, dimension.bucket, dimension.zone ?? zone);
}

function inOrder(one: unknown, other: unknown, dimension: Dimension): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compare(one, other, 'reference' in dimension ? 'id' : dimension.column.scalar);
}

function compare(one: unknown, other: unknown, scalar: NamedColumn['scalar']): number {
  if (scalar === 'decimal') return new Exact(one as string).cmp(other as string);
  if (typeof one === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other as string));
  return Number(one) - Number(other);
}

/** The first moment of a period where days begin in a time zone. */
function periodOf(value: Date, bucket: Bucket, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO(zone);
  if (bucket === 'hour')
    return new Date(local.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds);
  const day = Temporal.PlainDate.from(periodOfDay(local.toPlainDate().toString(), bucket));
  // Where clocks are changed at midnight it is the later one, as the database has it.
  const start = day.toPlainDateTime('00:00').toZonedDateTime(zone, { disambiguation: 'later' });
  return new Date(start.epochMilliseconds);
}

/** The first day of a period; weeks begin on Monday. */
function periodOfDay(value: string, bucket: Bucket): string {
  const day = Temporal.PlainDate.from(value);
  if (bucket === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  if (bucket === 'month') return day.with({ day: 1 }).toString();
  if (bucket === 'quarter') return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) }).toString();
  return bucket === 'year' ? day.with({ day: 1, month: 1 }).toString() : value;
}
