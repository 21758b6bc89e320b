import { describedEnum } from '../../kernel/model/enums.js';
import { checkInput } from '../../kernel/model/inputs.js';
import { allReports, type Report, type ReportArgument } from '../../kernel/model/report.js';
import type { Class } from '../../kernel/model/registry.js';
import type { UserError } from '../../kernel/errors/user-error.js';
import { inputRefused } from './input-refused.js';
import { type SdlField, describe, printEnum } from './sdl.js';

const argumentsIn = (report: Report): [string, ReportArgument][] => Object.entries(report.args);

/** The fields of Query that reports stand for. */
export const reportFields = (): SdlField[] =>
  allReports().map((report) => ({
    name: report.name,
    type: report.shape === 'one' ? `${report.rows.name}!` : `[${report.rows.name}!]!`,
    description: report.description,
    args: argumentsOf(report),
  }));

function argumentsOf(report: Report): string {
  const args = argumentsIn(report);
  if (args.length === 0) return '';
  const lines = args.map(
    ([name, argument]) =>
      `${describe(argument.description, '    ')}    ${name}: ${argument.type}${argument.default === undefined ? '' : ` = ${argument.default}`}`,
  );
  return `\n${lines.join('\n')}\n  `;
}

/** Enums that the contract knows only by reports. */
export const reportEnums = (): string[] =>
  allReports()
    .flatMap(argumentsIn)
    .flatMap(([, { enumeration }]) => {
      if (!enumeration) return [];
      const { name, description, values } = describedEnum(enumeration);
      return printEnum(name, description, values);
    });

/** Classes that the contract knows only by reports. */
export const reportTypes = (): Class[] =>
  allReports().flatMap((report) => [report.rows, ...argumentsIn(report).flatMap(([, { input }]) => input ?? [])]);

/** Refuses arguments whose input objects are not sound. @throws BAD_USER_INPUT */
export function checkGiven(report: Report, given: Readonly<Record<string, unknown>>): void {
  const faults = argumentsIn(report).flatMap(([name, { input }]): UserError[] =>
    input && given[name] != null ? checkInput(input, given[name], [name]) : [],
  );
  if (faults.length > 0) throw inputRefused(faults);
}
