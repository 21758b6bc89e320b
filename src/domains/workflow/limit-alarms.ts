import type { CallContext } from '../../kernel/database/context.js';
import { minutes } from '../../kernel/calendar/index.js';
import { type AlarmDefinition, type StepDefinition, type Token } from '../../kernel/process/index.js';
import { ProcessAlarmReason } from './alarm.enums.js';
import { type Held, hold, lockInstance, stepAt } from './held.js';
import { heldBelow } from './held-below.js';
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

/** The same for everything that counts in an instance, when it goes on after it was held. */
export async function planAllAlarms(held: Held): Promise<void> {
  const { instance, course } = held;
  if (!instance.workHeldAt) await planAlarms(held, null, instance.dueAt ?? null);
  for (const token of course.live) await planAlarmsOf(held, token);
}

/** The same for the work of one visit. */
export async function planAlarmsOf(held: Held, token: Token): Promise<void> {
  const [first] = await duesOf(held, token, await openWork(held, token));
  await planAlarms(held, token, first ?? null);
}

const openWork = ({ tx }: Held, token: Token): Promise<ProcessTask[]> =>
  tx.em.find(ProcessTask, { token: token.id, status: { $in: [...OPEN_TASKS] } }, { orderBy: { taskNo: 'asc' } });

/** By when the work of a visit is to be done, each moment once, the first first; not what is held, whose limit stands still. */
async function duesOf(held: Held, token: Token, work: readonly ProcessTask[]): Promise<Date[]> {
  const { dueAt } = held.rows.get(token.id)!;
  if (!dueAt || (await heldBelow(held, token))) return [];
  const running = work.filter(({ heldAt }) => !heldAt);
  if (work.length > 0 && running.length === 0) return [];
  const times = running.flatMap((task) => task.dueAt?.getTime() ?? []);
  const distinct = [...new Set(times.length > 0 ? times : [dueAt.getTime()])];
  return distinct.sort((a, b) => a - b).map((time) => new Date(time));
}

/**
 * Raises the alarms about a limit whose moment has come, each once, and asks for the next (WFL-57). It goes by the clock of the
 * operation: a job that comes too early, or again, raises nothing; nor does one while what it is about is held (WFL-45).
 */
export function raiseLimitAlarms(context: CallContext, instanceId: string, tokenId: string | null): Promise<void> {
  return context.database.write(context, async (tx) => {
    const instance = await lockInstance(tx, instanceId);
    if (!OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt || !instance.startedAt) return;
    const held = await hold(tx, instance);
    const token = tokenId === null ? null : held.course.tokens.get(tokenId);
    if (token === undefined || token?.status === 'COMPENSATING' || (!token && instance.workHeldAt)) return;
    const work = token ? await openWork(held, token) : [];
    const dues = token ? await duesOf(held, token, work) : [instance.dueAt ?? []].flat();
    for (const alarm of await allAlarms(held, token, dues)) {
      if (alarm.at > tx.at) return alarmAt(tx, instanceId, tokenId, alarm.at);
      await raise(held, token, alarm, work);
    }
  });
}

async function allAlarms(
  held: Held,
  token: Token | null,
  dues: readonly Date[],
): Promise<(PlannedAlarm & { due: Date })[]> {
  const step = token && stepAt(held, token);
  const alarms: (PlannedAlarm & { due: Date })[] = [];
  for (const due of dues) alarms.push(...(await alarmsOf(held, step, due)).map((alarm) => ({ ...alarm, due })));
  return alarms.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function raise(
  held: Held,
  token: Token | null,
  { due, ...alarm }: PlannedAlarm & { due: Date },
  work: readonly ProcessTask[],
): Promise<void> {
  const { tx, instance } = held;
  const late = due <= tx.at;
  const meant = work.filter(({ heldAt, dueAt }) => !heldAt && (!dueAt || dueAt <= due));
  if (late) for (const task of meant) task.overdue = true;
  if (late && !token) instance.overdue = true;
  const what = token ? `${stepAt(held, token).name} of ${instance.instanceNo}` : instance.instanceNo;
  await raiseAlarm(tx, {
    ...{ instance, task: meant[0] ?? null, code: alarm.code, level: alarm.level, dueAt: due },
    recipient: alarm.recipient,
    ...(token ? { token: held.rows.get(token.id)! } : {}),
    reason: late ? ProcessAlarmReason.OVERDUE : ProcessAlarmReason.DUE_SOON,
    message: `${what} ${late ? 'was' : 'is'} due at ${due.toISOString()}.`,
    escalate: alarm.action === 'ESCALATE',
  });
}
