import type { WorkingTime } from '../../kernel/calendar/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Reader, Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { StepDefinition } from '../../kernel/process/index.js';
import { WorkCalendar, workingTimeOf } from '../calendar/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import { knownTo } from './known.js';
import { OperatorCalendar } from './operator-calendar.js';
import type { ProcessCalendarSetInput } from './operator-calendar.inputs.js';

/** Says by which calendar the limits of an operator are counted (WFL-18). @returns null when it was taken away */
export function setOperatorCalendar(
  context: CallContext,
  input: ProcessCalendarSetInput,
): Promise<OperatorCalendar | null> {
  return context.database.write(context, async (tx) => {
    const { operator = null } = input;
    if (operator) {
      const known = await knownTo(tx.em, '', { steps: [{ operator }] as never });
      if (!known.isOperator(operator.kind, operator.code))
        refuse('OPERATOR_UNKNOWN', `There is no ${operator.kind} ${operator.code}.`, ['input', 'operator']);
    }
    const region = input.regionId ? await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false }) : null;
    refuseForeignRegion(tx.caller, region, ['input', 'regionId']);
    const key = `${operator?.kind ?? ''} ${operator?.code ?? ''} ${region?.code ?? ''}`;
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`operator-calendar ${key}`]);
    const before = await tx.em.findOne(OperatorCalendar, { key });
    const said = { operator: operator ? { ...operator } : null, region: region?.code ?? null };
    if (!input.calendarId) {
      if (!before) return refuse('NOT_FOUND', 'No calendar was set for them.', ['input', 'operator']);
      tx.record({ kind: 'RECORD_CHANGE', type: 'operator-calendar.removed', subject: before, data: said });
      tx.em.remove(before);
      return null;
    }
    const calendar = await tx.get(WorkCalendar, input.calendarId, ['input', 'calendarId'], { lock: false });
    const row = Object.assign(before ?? new OperatorCalendar(), {
      ...{ key, region, calendar, setAt: tx.at, setBy: tx.caller.subject },
      operatorKind: operator?.kind ?? null,
      operatorCode: operator?.code ?? null,
    });
    const data = { ...said, calendar: calendar.code };
    tx.record({ kind: 'RECORD_CHANGE', type: 'operator-calendar.set', subject: row, regionId: region?.id, data });
    return tx.add(row);
  });
}

/** The calendar that is nearest: that of the operator before that of all, the inner region before the outer. */
const NEAREST = `
  select "c"."id", "c"."revision" from "operator_calendar" "o" join "work_calendar" "c" on "c"."id" = "o"."calendar_id"
  left join "region" "r" on "r"."id" = "o"."region_id"
  where ("o"."operator_kind" is null or ("o"."operator_kind" = ? and "o"."operator_code" = ?))
    and ("r"."id" is null or starts_with((select "path" from "region" where "id" = ?), "r"."path"))
  order by "o"."operator_kind" is null, length("r"."path") desc nulls last limit 1`;

/** Calendars found in a transaction: one operation asks for the same a few times, for its limits and for the alarms about them. */
const found = new WeakMap<Transaction, Map<string, Promise<WorkingTime | null>>>();

/** When an operator works in a region; null when no calendar says so: then all time counts (WFL-58). */
export function operatorWorkingTime(
  tx: Transaction,
  operator: StepDefinition['operator'],
  regionId: string | null,
): Promise<WorkingTime | null> {
  const known = found.get(tx) ?? new Map<string, Promise<WorkingTime | null>>();
  found.set(tx, known);
  const key = `${operator?.kind ?? ''} ${operator?.code ?? ''} ${regionId ?? ''}`;
  const time = known.get(key) ?? nearest(tx.reader, operator, regionId);
  known.set(key, time);
  return time;
}

async function nearest(
  reader: Reader,
  operator: StepDefinition['operator'],
  regionId: string | null,
): Promise<WorkingTime | null> {
  const [calendar] = await reader.execute<{ id: string; revision: number }[]>(NEAREST, [
    operator?.kind ?? null,
    operator?.code ?? null,
    regionId,
  ]);
  return calendar ? workingTimeOf(reader, calendar.id, calendar.revision) : null;
}
