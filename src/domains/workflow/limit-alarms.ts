import { minutes } from '../../kernel/calendar/index.js';
import { type AlarmDefinition, type StepDefinition, type Token } from '../../kernel/process/index.js';
import type { Held } from './held.js';
import { alarmAt } from './jobs.js';
import { actingOn, clockOf, limitOf, moved, workAt } from './limits.js';
import { ProcessTask } from './process-task.js';
import { OPEN_TASKS } from './task.lifecycle.js';

/** Without alarms of its own, a limit that passes is told. */
const LIMIT: AlarmDefinition = { code: 'LIMIT', offsetMinutes: 0, level: 'MAJOR', recipient: null, action: 'NOTIFY' };
const WARNING: Omit<AlarmDefinition, 'offsetMinutes'> = {
  ...{ code: 'WARNING', level: 'MINOR', recipient: null, action: 'NOTIFY' },
};

/** An alarm that will be raised about a limit, unless the work is done before. */
export interface PlannedAlarm extends AlarmDefinition {
  at: Date;
}

type Counted = Pick<Held, 'tx' | 'instance' | 'course'>;

/** The alarms about a limit in the order of their moments. */
export async function alarmsOf(
  held: Counted,
  step: StepDefinition | null,
  due: Date,
  operator: StepDefinition['operator'] = step?.operator ?? null,
): Promise<PlannedAlarm[]> {
  const limit = await limitOf(held, step);
  if (!limit) return [];
  const said = (step ?? held.course.process.definition).alarms ?? [];
  const alarms = said.length > 0 ? [...said] : [LIMIT];
  if (limit.warnMinutes !== null) alarms.push({ ...WARNING, offsetMinutes: -limit.warnMinutes });
  const time = await clockOf(held, operator, limit);
  const planned = alarms.map((alarm) => ({ ...alarm, at: moved(time, due, minutes(alarm.offsetMinutes)) }));
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Has the first alarm about a limit raised when its moment has come (WFL-57). @param token null for the whole process */
export async function planAlarms(
  held: Counted,
  token: Pick<Token, 'id' | 'step'> | null,
  due: Date | null,
  operator?: StepDefinition['operator'],
): Promise<void> {
  if (!due) return;
  const [first] = await alarmsOf(held, token && workAt(held as Held, token), due, operator);
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
  const [first] = duesOf(held, token, await openWork(held, token));
  await planAlarms(held, token, first?.at ?? null, first?.operator);
}

/** What is still to be done at a visit. */
export const openWork = ({ tx }: Held, token: Token): Promise<ProcessTask[]> =>
  tx.em.find(ProcessTask, { token: token.id, status: { $in: [...OPEN_TASKS] } }, { orderBy: { taskNo: 'asc' } });

/** By when work is to be done, and in whose time what lies before and after it is counted. */
export interface Due {
  at: Date;
  operator: StepDefinition['operator'];
}

/** By when the work of a visit is to be done, each moment once, the first first; not what is held, whose limit stands still. */
export function duesOf(held: Held, token: Token, work: readonly ProcessTask[]): Due[] {
  const { dueAt, heldAt } = held.rows.get(token.id)!;
  if (!dueAt || heldAt) return [];
  const running = work.filter(({ heldAt }) => !heldAt);
  if (work.length > 0 && running.length === 0) return [];
  const step = workAt(held, token);
  const dues = running.flatMap((task) => (task.dueAt ? [{ at: task.dueAt, operator: actingOn(task, step) }] : []));
  if (dues.length === 0) return [{ at: dueAt, operator: step.operator }];
  const distinct = new Map(dues.toReversed().map((due) => [due.at.getTime(), due]));
  return [...distinct.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}
