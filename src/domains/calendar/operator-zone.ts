import { Temporal } from 'temporal-polyfill';
import { keepOperatorZone } from '../../kernel/calendar/index.js';
import type { Database } from '../../kernel/database/database.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineParameter, ParameterType } from '../parameter/index.js';

const parameter = defineParameter({
  code: 'operator.time-zone',
  name: 'Time zone of the operator',
  type: ParameterType.TIME_ZONE,
  description:
    'Where the days, months and years of the operator begin, an IANA name; work calendars name their own. What ended by it before stays so (PTS-25).',
  defaultValue: 'Asia/Shanghai',
});

/** The time zone in which days, months and years of the operator begin, an IANA name. */
export const operatorZone = (database: Pick<Database, 'pool'>): Promise<string> => parameter.read(database);

/** Expression in SQL: the same. */
export const OPERATOR_ZONE = parameter.sql;

keepOperatorZone({ sql: OPERATOR_ZONE, read: operatorZone });

/** The day of a moment in a time zone, `YYYY-MM-DD`. */
export const dayAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The day that it is where the operator is, at the moment of a transaction, `YYYY-MM-DD`. */
export const operatorToday = async (tx: Pick<Transaction, 'pool' | 'at'>): Promise<string> =>
  dayAt(tx.at, await operatorZone(tx));

/** Whole months from one day to another, both `YYYY-MM-DD`: those that have not come to their day do not count. */
export const wholeMonths = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'months' }).months;

/** Whole years from one day to another, such as the age of a person by the day of birth. */
export const wholeYears = (from: string, to: string): number => Math.floor(wholeMonths(from, to) / 12);
