import type { Transaction } from '../../kernel/database/transaction.js';
import { ALARM_LEVELS, type AlarmLevel, type StepDefinition } from '../../kernel/process/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Employee } from '../organisation/index.js';
import { type ProcessAlarmLevel, type ProcessOperatorKind, ProcessTemplateVersion } from '../process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { AlarmSuppression } from './alarm-suppression.js';
import { ProcessAlarm } from './process-alarm.js';
import type { ProcessInstance } from './process-instance.js';
import type { ProcessTask } from './process-task.js';
import type { ProcessToken } from './process-token.js';

/** Who manages processes when nobody in particular is said to. */
const MANAGERS = { kind: 'POSITION', code: 'PROCESS_MANAGER' } as const;

/** What an alarm says. */
export interface NewAlarm {
  /** The instance, whose row must be locked. */
  instance: ProcessInstance;
  token?: ProcessToken;
  task?: ProcessTask | null;
  /** Code of the step, where it is about none of its visits. */
  step?: string | null;
  code: string;
  reason: ProcessAlarmReason;
  level: AlarmLevel;
  message: string;
  dueAt?: Date | null;
  /** Null for whoever is responsible. */
  recipient: StepDefinition['operator'];
  escalate?: boolean;
  /** Tells alarms about the same thing by the same rule apart, which are else one. */
  occasion?: string;
}

/** The worse of two levels; null is better than any. */
export function worse(one: AlarmLevel | null | undefined, other: AlarmLevel | null | undefined): AlarmLevel | null {
  return ALARM_LEVELS.indexOf(one!) > ALARM_LEVELS.indexOf(other!) ? one! : (other ?? null);
}

/** Raises an alarm, unless it was raised before (WFL-57, WFL-59). @returns null when it was */
export async function raiseAlarm(tx: Transaction, alarm: NewAlarm): Promise<ProcessAlarm | null> {
  const { instance, token, task = null, code, occasion } = alarm;
  const key = [token?.id ?? instance.id, code, occasion].filter(Boolean).join(' ');
  if (await tx.em.count(ProcessAlarm, { key })) return null;
  const recipient = alarm.recipient ?? (await responsibleFor(tx, alarm));
  const employeeNo = recipient.kind === 'EMPLOYEE' ? recipient.code : null;
  const suppressedBy = await suppressionOf(tx, alarm);
  const escalated = Boolean(alarm.escalate && task && !suppressedBy);
  const row = Object.assign(new ProcessAlarm(), {
    ...{ key, instance, task, code, escalated, suppressedBy, region: instance.region ?? null },
    alarmNo: formatNumber('PA', await takeNumber(tx, 'process-alarm')),
    step: token?.step ?? alarm.step ?? null,
    ...{ reason: alarm.reason, message: alarm.message.slice(0, 2000), dueAt: alarm.dueAt ?? null },
    level: alarm.level as ProcessAlarmLevel,
    recipientKind: recipient.kind as ProcessOperatorKind,
    recipientCode: recipient.code,
    recipient: employeeNo ? await tx.em.findOne(Employee, { employeeNo }) : null,
    ...{ raisedAt: tx.at, tokenId: token?.id ?? null },
  });
  if (token) token.alarmed = true;
  instance.alarmLevel = worse(instance.alarmLevel, alarm.level) as ProcessAlarmLevel;
  if (task) task.alarmLevel = worse(task.alarmLevel, alarm.level) as ProcessAlarmLevel;
  if (escalated) Object.assign(task!, { escalatedKind: row.recipientKind, escalatedCode: row.recipientCode });
  tx.record({
    ...{ kind: 'BUSINESS_FACT', subject: row, regionId: instance.region?.id },
    type: suppressedBy ? 'process-alarm.suppressed' : 'process-alarm.raised',
    data: {
      ...{ alarmNo: row.alarmNo, instanceNo: instance.instanceNo, taskNo: task?.taskNo ?? null, step: row.step },
      ...{ code, reason: alarm.reason, level: alarm.level, dueAt: alarm.dueAt?.toISOString() ?? null, escalated },
      recipient: { ...recipient },
    },
  });
  return tx.add(row);
}

/** Of a step whoever has its task, or may take it; of a process those who are said to be responsible for it. */
async function responsibleFor(
  tx: Transaction,
  { instance, task }: NewAlarm,
): Promise<NonNullable<StepDefinition['operator']>> {
  if (task?.assignee) {
    const { employeeNo } = await tx.em.findOneOrFail(Employee, task.assignee.id);
    return { kind: 'EMPLOYEE', code: employeeNo };
  }
  if (task?.operatorKind) return { kind: task.operatorKind, code: task.operatorCode };
  return responsibleOf(tx, instance);
}

/** Who is responsible for an instance (WFL-59). */
export async function responsibleOf(
  tx: Transaction,
  { version }: ProcessInstance,
): Promise<NonNullable<StepDefinition['operator']>> {
  const said = version && (await tx.em.findOne(ProcessTemplateVersion, version.id));
  return said?.responsibleKind && said.responsibleCode
    ? { kind: said.responsibleKind, code: said.responsibleCode }
    : MANAGERS;
}

const SUPPRESSING = `
  select "s"."id" from "alarm_suppression" "s" left join "region" "r" on "r"."id" = "s"."region_id"
  where "s"."validity_from" <= ? and ("s"."validity_to" is null or "s"."validity_to" > ?) and "s"."max_level" = any(?::text[])
    and ("s"."template_id" is null or "s"."template_id" = ?) and ("s"."instance_id" is null or "s"."instance_id" = ?)
    and ("s"."step" is null or "s"."step" = ?)
    and ("r"."id" is null or starts_with((select "path" from "region" where "id" = ?), "r"."path"))
  order by "s"."id" limit 1`;

async function suppressionOf(
  { em, at }: Transaction,
  { instance, token, level }: NewAlarm,
): Promise<AlarmSuppression | null> {
  const levels = ALARM_LEVELS.slice(ALARM_LEVELS.indexOf(level));
  const [found] = await em.execute<{ id: string }[]>(SUPPRESSING, [
    ...[at, at, `{${levels.join(',')}}`, instance.template?.id ?? null, instance.id],
    ...[token?.step ?? null, instance.region?.id ?? null],
  ]);
  return found ? em.getReference(AlarmSuppression, found.id) : null;
}

/** Alarms of an instance; of several conditions all hold. */
export interface WhichAlarms {
  tokenId?: { $in: string[] };
  code?: string;
  reason?: ProcessAlarmReason;
  occasion?: string;
  /** Key of a task. */
  task?: string;
}

/**
 * Clears alarms of an instance, for what they are about is over (WFL-57).
 * @param where which; when absent all, besides those about what an outside system is still to be told, which the end of the instance does not end
 */
export async function clearAlarms(tx: Transaction, instance: ProcessInstance, where: WhichAlarms = {}): Promise<void> {
  await tx.em.flush();
  const open = await tx.em.find(ProcessAlarm, { instance: instance.id, clearedAt: null }, { orderBy: { id: 'asc' } });
  const { tokenId, code, reason, occasion, task } = where;
  const over = open.filter(
    (alarm) =>
      (!tokenId || tokenId.$in.includes(alarm.tokenId ?? '')) &&
      (!code || alarm.code === code) &&
      (!task || alarm.task?.id === task) &&
      (reason ? alarm.reason === reason : alarm.reason !== ProcessAlarmReason.UNTOLD) &&
      (!occasion || alarm.key.endsWith(` ${occasion}`)),
  );
  for (const alarm of over) {
    alarm.clearedAt = tx.at;
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'process-alarm.cleared', subject: alarm, regionId: instance.region?.id },
      data: { alarmNo: alarm.alarmNo, instanceNo: instance.instanceNo, step: alarm.step ?? null },
    });
  }
  const left = open.filter((alarm) => !over.includes(alarm)).map(({ level }) => level as AlarmLevel);
  instance.alarmLevel = left.reduce<AlarmLevel | null>(worse, null) as ProcessAlarmLevel | null;
}
