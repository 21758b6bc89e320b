import { LockMode } from '@mikro-orm/postgresql';
import { nextTime, readRecurrence } from '../../kernel/calendar/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal } from '../../kernel/errors/index.js';
import { EventHistory, type EventMatch, type HistoryEvent } from '../../kernel/events/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { encodeId, nounByName } from '../../kernel/model/index.js';
import { keptValue } from '../../kernel/process/index.js';
import { evaluateRule, ruleHolds, RuleTooCostly } from '../../kernel/rules/index.js';
import { operatorZone } from '../calendar/index.js';
import { Region } from '../region/index.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTriggerFiring } from './process-trigger-firing.js';
import { ProcessTrigger, ProcessTriggerKind as K, ProcessTriggerScope } from './process-trigger.js';
import { startForObject } from './provide-engine.js';
import { publishedVersionOf } from './published.js';
import { startVersion } from './start.service.js';
import { ProcessStartMode } from './workflow.enums.js';

const MINUTE = 60_000;

/**
 * Starts what triggers are to start: for every event since the last look, and for moments that have come (WFL-34). The place of a trigger
 * moves in the transaction that starts the process: whatever happens, nothing is left out and nothing is started twice.
 */
export const fireTriggers = defineJob('process.trigger', async (_payload, context, { signal }) => {
  const em = context.database.orm.em.fork();
  const failures: unknown[] = [];
  for (const { id, kind } of await em.find(ProcessTrigger, { active: true }, { orderBy: { code: 'asc' } })) {
    signal.throwIfAborted();
    try {
      if (kind === K.TIME) await fireByTime(context, id);
      else await fireByEvents(context, id, signal);
    } catch (error) {
      failures.push(error);
    }
  }
  // One that fails is tried again with the job, and keeps no other from its work.
  if (failures.length > 0) throw failures[0];
});

export const triggerSchedule: Schedule = {
  name: 'process.trigger',
  cron: '* * * * *',
  job: 'process.trigger',
  description: 'Starts processes on events, numbers of events and moments.',
};

async function fireByEvents(context: CallContext, id: string, signal: AbortSignal): Promise<void> {
  const { database } = context;
  const trigger = await database.orm.em.fork().findOneOrFail(ProcessTrigger, { id }, { populate: ['region'] });
  const { rows } = await database.pool.query<{ position: string | null }>(
    'select max("position") as "position" from "event_counter"',
  );
  const upTo = Number(rows[0]?.position ?? 0);
  const history = new EventHistory(database.pool);
  const interest = { caller: context.caller, match: await matchOf(context, trigger) };
  for (let after = Number(trigger.position); after < upTo;) {
    signal.throwIfAborted();
    const page = await history.page(interest, after, upTo);
    for (const event of page.events)
      if (mayMean(trigger, event)) await fire(context, id, event, (tx, own) => startFor(context, tx, own, event));
    await database.write(context, async (tx) => void (await advance(tx, id, page.end)));
    after = page.end;
  }
}

async function matchOf(context: CallContext, { eventType, region }: ProcessTrigger): Promise<EventMatch> {
  if (!region) return { types: [eventType!] };
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select "id" from "region" where starts_with("path", $1)`,
    [region.path],
  );
  return { types: [eventType!], regionIds: rows.map((row) => row.id) };
}

const scopeOf = ({ data, from, to, action, actorKind }: HistoryEvent) => ({ data, from, to, action, actorKind });

/**
 * What the values of a process may take from an event. What tells of bills, payments, balances or consumption of a customer is left out: it
 * would stand in the process for all who see that, whether the customer has shown them a service password or sets one only later (CUS-03).
 */
const tellableOf = (event: HistoryEvent) => ({ ...scopeOf(event), ...(event.figuresCustomerId ? { data: null } : {}) });

const meant = ({ condition }: ProcessTrigger, event: HistoryEvent): boolean =>
  !condition || ruleHolds(condition, scopeOf(event));

/** Also true for an event for which a condition takes too long: that is noted where it would start. */
function mayMean(trigger: ProcessTrigger, event: HistoryEvent): boolean {
  try {
    return meant(trigger, event);
  } catch (error) {
    if (error instanceof RuleTooCostly) return true;
    throw error;
  }
}

/** The trigger locked, when it has not been here yet; its place moves with what is done. */
async function advance(tx: Transaction, id: string, position: number): Promise<ProcessTrigger | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const trigger = await tx.em.findOneOrFail(ProcessTrigger, { id }, lock);
  if (!trigger.active || BigInt(trigger.position) >= BigInt(position)) return null;
  trigger.position = BigInt(position);
  return trigger;
}

/** Starts a process for an event. What refuses to start is noted, and holds up nothing else. */
async function fire(
  context: CallContext,
  id: string,
  event: HistoryEvent,
  start: (tx: Transaction, trigger: ProcessTrigger) => Promise<Firing | null>,
): Promise<void> {
  const attempt = (error: string | null) =>
    context.database.write(context, async (tx) => {
      const trigger = await advance(tx, id, event.position);
      if (!trigger) return;
      const firing = error === null ? await start(tx, trigger) : { instance: null, countedFor: null };
      if (firing) note(tx, trigger, firing, { occasion: event.id, position: event.position, error });
    });
  try {
    await attempt(null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await attempt(error.message);
  }
}

interface Firing {
  instance: ProcessInstance | null;
  countedFor: string | null;
}

function note(
  tx: Transaction,
  trigger: ProcessTrigger,
  { instance, countedFor }: Firing,
  { occasion, position, error }: { occasion: string; position: number; error: string | null },
): void {
  const why = error ?? (instance ? null : 'No version of the template is published.');
  tx.add(
    Object.assign(new ProcessTriggerFiring(), {
      ...{ trigger, instance, countedFor, occasion, firedAt: tx.at, error: why?.slice(0, 500) ?? null },
      position: BigInt(position),
    }),
  );
}

async function startFor(
  context: CallContext,
  tx: Transaction,
  trigger: ProcessTrigger,
  event: HistoryEvent,
): Promise<Firing | null> {
  if (!meant(trigger, event)) return null;
  const counted =
    trigger.kind === K.COUNT ? await countOf(context, tx, trigger, event) : { countedFor: null, count: 1 };
  if (!counted || counted.count < (trigger.count ?? 1)) return null;
  await tx.em.populate(trigger, ['template']);
  const started = await startForObject(
    tx,
    {
      template: trigger.template.code,
      ...{ objectType: event.subjectType, objectId: encodeId(nounByName(event.subjectType)!.tag!, event.subjectId) },
      ...{ subject: trigger.name, regionId: event.regionId },
      variables: valuesOf(trigger, { ...tellableOf(event), count: counted.count }),
    },
    ProcessStartMode.EVENT,
  );
  return { instance: (started?.instance as ProcessInstance | undefined) ?? null, countedFor: counted.countedFor };
}

/** How many events there were up to this one within the span, after those for which a process was started already. */
async function countOf(
  context: CallContext,
  tx: Transaction,
  trigger: ProcessTrigger,
  event: HistoryEvent,
): Promise<{ countedFor: string; count: number } | null> {
  const byCustomer = trigger.scope === ProcessTriggerScope.CUSTOMER;
  const countedFor = byCustomer ? event.customerId : event.subjectId;
  if (!countedFor) return null;
  const last = { trigger: trigger.id, countedFor };
  const [before] = await tx.em.find(ProcessTriggerFiring, last, { orderBy: { position: 'desc' }, limit: 1 });
  const since = Date.parse(event.occurredAt) - trigger.windowMinutes! * MINUTE;
  const match = {
    types: [trigger.eventType!],
    ...(byCustomer ? { customerId: countedFor } : { subjectId: countedFor }),
  };
  const history = new EventHistory(context.database.pool);
  let count = 0;
  for (let after = Math.max(Number(before?.position ?? 0), Number(trigger.since)); after < event.position;) {
    const page = await history.page({ caller: tx.caller, match }, after, event.position);
    count += page.events.filter((each) => Date.parse(each.occurredAt) >= since && meant(trigger, each)).length;
    after = page.end;
  }
  return { countedFor, count };
}

function valuesOf({ values }: ProcessTrigger, scope: Record<string, unknown>): Record<string, unknown> {
  const given = values ? keptValue(evaluateRule(values, scope).value) : {};
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {};
}

/** Starts a process when the moment of a trigger has come; moments that were missed meanwhile are one. */
async function fireByTime(context: CallContext, id: string): Promise<void> {
  const attempt = (error: string | null) =>
    context.database.write(context, async (tx) => {
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      const trigger = await tx.em.findOneOrFail(ProcessTrigger, { id }, lock);
      const { nextAt, everyMinutes } = trigger;
      if (!trigger.active || !nextAt || nextAt > tx.at) return;
      const instance = error === null ? await startAtTime(tx, trigger) : null;
      note(tx, trigger, { instance, countedFor: null }, { occasion: nextAt.toISOString(), position: 0, error });
      const span = (everyMinutes ?? 0) * MINUTE;
      const missed = span ? Math.floor((tx.at.getTime() - nextAt.getTime()) / span) + 1 : 0;
      trigger.nextAt = trigger.schedule
        ? await nextScheduled(tx, trigger)
        : span
          ? new Date(nextAt.getTime() + missed * span)
          : null;
    });
  try {
    await attempt(null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await attempt(error.message);
  }
}

/** The next moment of a schedule by the clock of the operator, as it is set now; null when it does not come any more. */
async function nextScheduled(tx: Transaction, { schedule, scheduleFrom = null }: ProcessTrigger): Promise<Date | null> {
  const recurrence = schedule ? readRecurrence(schedule) : null;
  return recurrence && nextTime(recurrence, tx.at, await operatorZone(tx), scheduleFrom);
}

async function startAtTime(tx: Transaction, trigger: ProcessTrigger): Promise<ProcessInstance | null> {
  await tx.em.populate(trigger, ['template', 'region']);
  const version = await publishedVersionOf(tx, trigger.template);
  if (!version) return null;
  return startVersion(tx, version, {
    ...{ region: trigger.region ? await tx.em.findOneOrFail(Region, trigger.region.id) : null, test: false },
    ...{ objectType: null, objectId: null, subject: trigger.name, handlingGrade: null, correlationKey: null },
    ...{ startMode: ProcessStartMode.EVENT, startsAt: tx.at, variables: valuesOf(trigger, {}) },
  });
}
