import type { Caller } from '../access/caller.js';
import type { Class } from './registry.js';

/** An argument of a report. */
export interface ReportArgument {
  /** Type in the contract's language, such as `ID!` or `ProcessStatisticsFilter`. */
  type: string;
  /** For the contract: meaning, unit, allowed values. */
  description: string;
  /** Default in the contract's language, such as `200`. */
  default?: string;
  /** The class behind an input object; its fields are checked before the statement runs. */
  input?: Class;
  /** An enum that nothing else in the contract names. */
  enumeration?: object;
}

/** What the statement of a report is written with. */
export interface ReportScope<Given> {
  /** Placeholder of a value that is made anew from the arguments of each request. */
  value(read: (given: Given) => unknown): string;
  /** SQL that stands only where something is given; its placeholder is handed to `make`. */
  where<Value>(
    read: (given: Given) => Value | null | undefined,
    make: (placeholder: string) => string,
    bound?: (value: Value) => unknown,
  ): string;
  /** The condition under which the caller sees a row. @param alias quoted alias of the noun's table */
  sees(noun: Class, alias: string): string;
  /** Placeholder of the moment of the request. */
  now: string;
}

/**
 * A read that is declared as a statement: figures over rows, or rows found by a walk, which no list of a noun gives. It is compiled
 * into the one statement of its operation like everything else, and needs no resolver.
 */
export interface Report<Given extends object = object> {
  /** Name of the field of Query. */
  name: string;
  description: string;
  /** Object type of the rows. Its fields say how the columns are read; a noun stands for the key of its row. */
  rows: Class;
  /** `one`: exactly one row. */
  shape?: 'list' | 'one';
  args: { [Name in keyof Given]-?: ReportArgument };
  /** Most rows, by which what is selected of them is priced; a `first` among the arguments makes it less. */
  most: number;
  /** Who may ask for what. @throws coded errors */
  admit(caller: Caller, given: Given): void;
  /** A condition in SQL without which the answer is NOT_FOUND, such as that what was asked about is seen; empty for none. */
  found?(scope: ReportScope<Given>): string;
  /** The statement. Its columns bear the names of the fields; those of `Money` end in `_amount` and `_currency`. Its order is that of the list. */
  sql(scope: ReportScope<Given>): string;
}

const reports = new Map<string, Report<never>>();

/** Declares a report; it becomes a field of Query. */
export function defineReport<Given extends object>(report: Report<Given>): Report<Given> {
  reports.set(report.name, report as never);
  return report;
}

/** Every report that is declared. */
export const allReports = (): Report[] => [...reports.values()] as never;
