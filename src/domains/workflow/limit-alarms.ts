import type { CallContext } from '../../kernel/database/context.js';
import { minutes } from '../../kernel/calendar/index.js';
import { type AlarmDefinition, type StepDefinition, type Token } from '../../kernel/process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { type Held, hold, lockInstance, stepAt } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { alarmAt } from './jobs.js';
import { clockOf, limitOf, moved } from './limits.js';
import { ProcessTask } from './process-task.js';
import { raiseAlarm } from './raise-alarm.js';
import { OPEN_TASKS } from './task.lifecycle.js';

/** Without alarms of its own, a limit that passes is told. */
const LIMIT: AlarmDefinition = { code: 'LIMIT', offsetMinutes: 0, level: 'MAJOR', recipient: null, action: 'NOTIFY' };
const WARNING: Omit<AlarmDefinition, 'offsetMinutes'> = {
  ...{ code: 'WARNING', level: 'MINOR', recipient: null, action: 'NOTIFY' },
};

/** An alarm that will be raised about a limit, unless the work is done before. */
interface PlannedAlarm extends AlarmDefinition {
  at: Date;
}

type Counted = Pick<Held, 'tx' | 'instance' | 'course'>;

/** The alarms about a limit in the order of their moments. */
async function alarmsOf(held: Counted, step: StepDefinition | null, due: Date): Promise<PlannedAlarm[]> {
  const limit = await limitOf(held, step);
  if (!limit) return [];
  const said = (step ?? held.course.process.definition).alarms ?? [];
  const alarms = said.length > 0 ? [...said] : [LIMIT];
  if (limit.warnMinutes !== null) alarms.push({ ...WARNING, offsetMinutes: -limit.warnMinutes });
  const time = await clockOf(held, step, limit);
  const planned = alarms.map((alarm) => ({ ...alarm, at: moved(time, due, minutes(alarm.offsetMinutes)) }));
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Has the first alarm about a limit raised when its moment has come (WFL-57). @param token null for the whole process */
export async function planAlarms(
  held: Counted,
  token: Pick<Token, 'id' | 'step'> | null,
  due: Date | null,
): Promise<void> {
  if (!due) return;
  const [first] = await alarmsOf(held, token && stepAt(held as Held, token), due);
  if (first) alarmAt(held.tx, held.instance.id, token?.id ?? null, first.at);
}

/**
 * Raises the alarms about a limit whose moment has come, each once, and asks for the next (WFL-57). It goes by the clock of the
 * operation: a job that comes too early, or again, raises nothing.
 */
export function raiseLimitAlarms(context: CallContext, instanceId: string, tokenId: string | null): Promise<void> {
  return context.database.write(context, async (tx) => {
    const instance = await lockInstance(tx, instanceId);
    if (!OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt || !instance.startedAt) return;
    const held = await hold(tx, instance);
    const token = tokenId === null ? null : held.course.tokens.get(tokenId);
    if (token === undefined || token?.status === 'COMPENSATING') return;
    const due = token ? held.rows.get(token.id)!.dueAt : instance.dueAt;
    if (!due) return;
    for (const alarm of await alarmsOf(held, token && stepAt(held, token), due)) {
      if (alarm.at > tx.at) return alarmAt(tx, instanceId, tokenId, alarm.at);
      await raise(held, token, alarm, due);
    }
  });
}

async function raise(held: Held, token: Token | null, alarm: PlannedAlarm, due: Date): Promise<void> {
  const { tx, instance } = held;
  const late = due <= tx.at;
  const open = { token: token?.id ?? '', status: { $in: [...OPEN_TASKS] } };
  const task = token && (await tx.em.findOne(ProcessTask, open));
  if (late && task) task.overdue = true;
  if (late && !token) instance.overdue = true;
  const what = token ? `${stepAt(held, token).name} of ${instance.instanceNo}` : instance.instanceNo;
  await raiseAlarm(tx, {
    ...{ instance, task, code: alarm.code, level: alarm.level, dueAt: due, recipient: alarm.recipient },
    ...(token ? { token: held.rows.get(token.id)! } : {}),
    reason: late ? ProcessAlarmReason.OVERDUE : ProcessAlarmReason.DUE_SOON,
    message: `${what} ${late ? 'was' : 'is'} due at ${due.toISOString()}.`,
    escalate: alarm.action === 'ESCALATE',
  });
}
