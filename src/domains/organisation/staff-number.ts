import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { takeNumber } from '../../kernel/numbering/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import type { InternalOrganization } from '../party/index.js';
import { Employee, EmployeeStatus } from './employee.js';

/** What separates a number from the mark of a former holder; it is in no number. */
const FORMER = '~';
const LEGAL = /^[A-Z0-9][A-Z0-9-]{2,19}$/;
const MAX_TRIES = 100;

const pattern = defineParameter({
  code: 'staff.number.pattern',
  name: 'Pattern of staff numbers',
  type: ParameterType.TEXT,
  description:
    'How staff numbers of a unit are made: `{unit}` is its code, `{n:5}` the next number with at least five digits (SYS-14).',
  defaultValue: '{unit}-{n:4}',
});

const reuseDays = defineParameter({
  code: 'staff.number.reuse.days',
  name: 'Term of deleted staff numbers',
  type: ParameterType.INT,
  unit: 'day',
  description: 'How long after its deletion a staff number may be issued to someone else (SYS-12).',
  bounds: { min: '0', max: '36500' },
  defaultValue: 1095,
});

/** The next free number of a unit, by the operator's pattern. Unique under concurrency; numbers may be skipped. */
export async function nextStaffNumber(context: CallContext, unit: InternalOrganization): Promise<string> {
  const { database } = context;
  const form = await pattern.read(database, unit.path);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const start = form.replaceAll('{unit}', unit.code);
    const number = await takeNumber(database, `staff ${start}`.slice(0, 100));
    const text = start.replace(/\{n:(\d)\}/, (_match, digits: string) => String(number).padStart(Number(digits), '0'));
    if (!LEGAL.test(text) || text === start)
      return refuse(
        'INVALID_PATTERN',
        'The pattern of staff numbers makes none that is legal.',
        ['input', 'employeeNo'],
        { pattern: form, made: text },
      );
    const { rowCount } = await database.pool.query('select 1 from "employee" where "employee_no" = $1', [text]);
    if (rowCount === 0) return text;
  }
  return refuse('EXHAUSTED', 'The pattern of staff numbers makes no free one.', ['input', 'employeeNo'], {
    pattern: form,
  });
}

/**
 * Checks a number that was entered by hand. One whose holder left long enough ago is freed: the former holder's record keeps it with
 * a mark, so that the log still tells the two apart.
 */
export async function claimStaffNumber(
  context: CallContext,
  tx: Transaction,
  employeeNo: string,
  path: InputPath,
): Promise<void> {
  if (!LEGAL.test(employeeNo)) refuse('INVALID_NUMBER', '3 to 20 capital letters, digits and "-" are expected.', path);
  const holder = await tx.em.findOne(Employee, { employeeNo });
  if (!holder) return;
  if (holder.status !== EmployeeStatus.DELETED || !holder.deletedAt)
    return refuse('DUPLICATE', 'The staff number is in use.', path);
  const days = await reuseDays.read(context.database);
  const free = new Date(holder.deletedAt.getTime() + days * 86_400_000);
  if (free > tx.at)
    refuse('NOT_YET_FREE', 'The staff number was deleted too recently.', path, { freeFrom: free.toISOString() });
  const former = await tx.em.count(Employee, { employeeNo: { $like: `${employeeNo}${FORMER}%` } });
  holder.employeeNo = `${employeeNo}${FORMER}${former + 1}`;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'employee.number.freed',
    subject: holder,
    data: { employeeNo, keptAs: holder.employeeNo },
  });
  // The mark must stand before the number is given away in the same transaction.
  await tx.em.flush();
}
