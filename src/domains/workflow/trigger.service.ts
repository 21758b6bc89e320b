import type { CallContext } from '../../kernel/database/context.js';
import { hasStart, nextTime, readRecurrence } from '../../kernel/calendar/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { eventTypeOf } from '../../kernel/events/event-type.js';
import { refuseBadRule, type RuleVariables } from '../../kernel/rules/index.js';
import { operatorZone } from '../calendar/index.js';
import { ProcessTemplate } from '../process/index.js';
import { refuseForeignRegion, Region } from '../region/index.js';
import { ProcessTrigger, ProcessTriggerKind as K, ProcessTriggerScope } from './process-trigger.js';
import type { ProcessTriggerSaveInput } from './trigger.inputs.js';

const REGION = ['input', 'regionId'];

/** What rules of triggers may name of an event. */
const EVENT: RuleVariables = {
  data: { type: 'context', description: 'Data of the event.' },
  from: { type: 'string', description: 'State before, of a change of state; null for others.' },
  to: { type: 'string', description: 'State after, of a change of state; null for others.' },
  action: { type: 'string', description: 'What was done, such as `submit`.' },
  actorKind: { type: 'string', description: 'What kind of caller did it, such as `CUSTOMER`.' },
};
const COUNTED: RuleVariables = { ...EVENT, count: { type: 'number', description: 'How many events there were.' } };

/** Makes a trigger or replaces the one with the same code; it looks at what happens from then on (WFL-34). */
export function saveTrigger(context: CallContext, input: ProcessTriggerSaveInput): Promise<ProcessTrigger> {
  return context.database.write(context, async (tx) => {
    refuseContradictions(input);
    // What it is about stays until the trigger is there, which relies on it.
    const template = await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId']);
    refuseUnfit(template, input);
    const region = await regionFor(tx, input.regionId ?? null);
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`process-trigger ${input.code}`]);
    const known = await tx.em.findOne(ProcessTrigger, { code: input.code }, { populate: ['region'] });
    // Whoever replaces one must act for where it was, too.
    if (known) refuseForeignRegion(tx.caller, known.region ?? null, REGION);
    const trigger = known ?? tx.add(new ProcessTrigger());
    const counts = input.kind === K.COUNT;
    const times = await timesOf(tx, input);
    const active = input.active ?? true;
    if (!known?.active || known.eventType !== (input.eventType ?? null))
      trigger.position = trigger.since = await lastPosition(tx);
    Object.assign(trigger, {
      ...{ code: input.code, name: input.name, template, kind: input.kind, region, active },
      ...{ eventType: input.eventType ?? null, condition: input.condition ?? null, values: input.values ?? null },
      ...{ count: input.count ?? null, windowMinutes: input.windowMinutes ?? null },
      scope: counts ? (input.scope ?? ProcessTriggerScope.SUBJECT) : null,
      ...times,
      ...{ everyMinutes: input.everyMinutes ?? null, savedBy: tx.caller.subject },
    });
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'process-trigger.saved', subject: trigger, regionId: region?.id },
      data: {
        code: input.code,
        kind: input.kind,
        eventType: input.eventType ?? null,
        active,
        schedule: times.schedule,
      },
    });
    return trigger;
  });
}

/** Refuses what a kind needs and lacks, and what it has no use for. */
function refuseContradictions(input: ProcessTriggerSaveInput): void {
  const needs: Record<K, (keyof ProcessTriggerSaveInput)[]> = {
    EVENT: ['eventType'],
    COUNT: ['eventType', 'count', 'windowMinutes'],
    TIME: input.schedule ? [] : ['nextAt'],
  };
  const takes: Record<K, (keyof ProcessTriggerSaveInput)[]> = {
    EVENT: ['condition'],
    COUNT: ['condition', 'scope'],
    TIME: ['everyMinutes', 'nextAt', 'schedule'],
  };
  const times = ['nextAt', 'everyMinutes', 'schedule'] as const;
  const all = ['eventType', 'condition', 'count', 'windowMinutes', 'scope', ...times] as const;
  for (const field of all) {
    const given = input[field] !== undefined && input[field] !== null;
    if (!given && needs[input.kind].includes(field)) refuse('REQUIRED', `${input.kind} needs it.`, ['input', field]);
    if (given && !needs[input.kind].includes(field) && !takes[input.kind].includes(field))
      refuse('CONTRADICTION', `${input.kind} has no use for it.`, ['input', field]);
  }
  if (input.schedule && input.everyMinutes)
    refuse('CONTRADICTION', 'A schedule says itself when it comes again.', ['input', 'everyMinutes']);
  if (input.condition) refuseBadRule(input.condition, EVENT, ['input', 'condition']);
  if (input.values) refuseBadRule(input.values, input.kind === K.TIME ? {} : COUNTED, ['input', 'values'], 'context');
}

/** When a trigger comes next, and after that. */
async function timesOf(
  tx: Transaction,
  input: ProcessTriggerSaveInput,
): Promise<Pick<ProcessTrigger, 'nextAt' | 'schedule' | 'scheduleFrom'>> {
  const first = input.nextAt ? new Date(input.nextAt) : null;
  const schedule = input.schedule?.trim() || null;
  if (schedule === null) return { nextAt: first, schedule, scheduleFrom: null };
  const path = ['input', 'schedule'];
  const recurrence = readRecurrence(schedule) ?? refuse('BAD_VALUE', 'Neither fields of cron nor a cycle.', path);
  if (!hasStart(recurrence) && !first) refuse('REQUIRED', 'When does it begin?', ['input', 'nextAt']);
  const scheduleFrom = hasStart(recurrence) ? null : first;
  // The first moment itself counts.
  const after = new Date(Math.max(tx.at.getTime(), first?.getTime() ?? 0) - 1);
  const nextAt = nextTime(recurrence, after, await operatorZone(tx), scheduleFrom);
  return { nextAt: nextAt ?? refuse('BAD_VALUE', 'It never comes again.', path), schedule, scheduleFrom };
}

/** A template about orders is started for orders, and one about anything for everything. */
function refuseUnfit({ objectType }: ProcessTemplate, { eventType, kind }: ProcessTriggerSaveInput): void {
  const type = eventType ? eventTypeOf(eventType) : undefined;
  if (eventType && !type) refuse('EVENT_TYPE_UNKNOWN', `There are no events ${eventType}.`, ['input', 'eventType']);
  const about: readonly string[] = type?.subjects ?? [];
  if (objectType === 'ANY' || about.includes(objectType)) return;
  const told = kind === K.TIME ? 'a moment' : about.join(' or ');
  refuse('TEMPLATE_UNFIT', `It is about ${objectType}, not about ${told}.`, ['input', 'templateId'], { objectType });
}

async function regionFor(tx: Transaction, id: string | null): Promise<Region | null> {
  const region = id ? await tx.get(Region, id, REGION, { lock: false }) : null;
  refuseForeignRegion(tx.caller, region, REGION);
  return region;
}

async function lastPosition({ em }: Transaction): Promise<bigint> {
  const [row] = await em.execute<{ position: string | null }[]>(
    'select max("position") as "position" from "event_counter"',
  );
  return BigInt(row?.position ?? 0);
}
