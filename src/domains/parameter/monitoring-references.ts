import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { Alarm, AlarmStatus } from './alarm.js';
import type { AlarmValue, FilterValue } from './monitoring-settings.js';
import { Parameter, ParameterType } from './parameter.js';

/** What a valid value names that does not exist: thresholds and actions of alarms, alarms of filters (SYS-30, SYS-31). */
export async function referenceFaults(
  tx: Transaction,
  type: ParameterType,
  value: unknown,
  path: InputPath,
): Promise<UserError[]> {
  if (type === ParameterType.ALARM) {
    const { threshold, actions = [] } = value as AlarmValue;
    return [
      ...(await missing(tx, ParameterType.THRESHOLD, [threshold], () => [...path, 'threshold'])),
      ...(await missing(tx, ParameterType.ACTION, actions, (index) => [...path, 'actions', index])),
    ];
  }
  if (type !== ParameterType.FILTER) return [];
  const { alarms } = value as FilterValue;
  return missing(tx, ParameterType.ALARM, alarms, (index) => [...path, 'alarms', index]);
}

async function missing(
  tx: Transaction,
  type: ParameterType,
  codes: readonly string[],
  at: (index: number) => InputPath,
): Promise<UserError[]> {
  // Shared locks, so that none of them is removed meanwhile.
  const found = await tx.em.find(
    Parameter,
    { type, code: { $in: [...codes] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const known = new Set(found.map(({ code }) => code));
  return codes.flatMap((code, index) =>
    known.has(code) ? [] : [userError('NOT_FOUND', `There is no parameter of type ${type} with this code.`, at(index))],
  );
}

const REFERENCED = `
  select 1 from "system_parameter" "p" where "p"."id" <> ? and ("p"."default_value" @> any(?::jsonb[]) or exists (
    select 1 from "parameter_value" "v" where "v"."parameter_id" = "p"."id" and ("v"."validity_to" is null or "v"."validity_to" > now())
      and "v"."value" @> any(?::jsonb[])))
  and "p"."type" in ('ALARM', 'FILTER') limit 1`;

/** Refuses with IN_USE what alarms or filters name; what was raised by an alarm stays, without the parameter. */
export async function refuseReferenced(tx: Transaction, parameter: Parameter, path: InputPath): Promise<void> {
  const { code, id } = parameter;
  const naming = [{ threshold: code }, { actions: [code] }, { alarms: [code] }];
  const list = `{${naming.map((part) => JSON.stringify(JSON.stringify(part))).join(',')}}`;
  if ((await tx.em.execute<unknown[]>(REFERENCED, [id, list, list])).length > 0)
    refuse('IN_USE', 'An alarm or a filter names this parameter.', path);
  if ((await tx.em.count(Alarm, { parameter, status: AlarmStatus.RAISED })) > 0)
    refuse('IN_USE', 'The alarm is raised now.', path);
  await tx.em.nativeUpdate(Alarm, { parameter }, { parameter: null });
}
