import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse } from '../../kernel/errors/index.js';
import { EventHistory } from '../../kernel/events/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { askAfterEvents } from '../../kernel/jobs/index.js';
import { type Class, decodeId, encodeId, type Node, nounByName, nounOf } from '../../kernel/model/index.js';
import { keptValue } from '../../kernel/process/index.js';
import { evaluateRule, ruleHolds } from '../../kernel/rules/index.js';
import { everything, objectAt, ProcessStartAfter, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { lockWithObject } from './held.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessSuccession } from './process-succession.js';
import { startForObject } from './provide-engine.js';
import { publishedVersionOf } from './published.js';
import { startVersion } from './start.service.js';
import { refuseForOthers } from './steered.js';
import { compiledVersion } from './versions.js';
import { ProcessInstanceStatus, ProcessStartMode } from './workflow.enums.js';

const NAME = 'process.succession';
const TYPES = ['process-instance.status.changed'];
/** How long completions are gathered before the job, in milliseconds. */
const GATHER_MS = 250;

const PUBLISHED = `from "process_start_after" "a" join "process_template_version" "v" on "v"."id" = "a"."version_id"
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own"`;

/** What starts after an instance: relations of versions that were published when it ended, and make instances now. */
const RELATIONS = `select "a"."id", "v"."template_id" "templateId" ${PUBLISHED} and "a"."template" = $1 and "v"."published_at" <= $2
  and "v"."validity_from" <= $3 and ("v"."validity_to" is null or "v"."validity_to" > $3) order by "a"."id"`;

/**
 * Starts what is to start after instances that have completed since the last look (WFL-22, WFL-49). What an instance has started is written
 * in the transaction that starts it, once for each template: whatever happens, nothing is left out and nothing is started twice.
 */
export const startSuccessors = defineJob(NAME, async (_payload, context, { signal }) => {
  const { database } = context;
  const { rows } = await database.pool.query<{ place: string; upTo: string; wanted: boolean }>(
    `select (select "position" from "process_succession_place") "place", coalesce((select max("position") from "event_counter"), 0) "upTo",
      exists (select 1 ${PUBLISHED}) "wanted"`,
  );
  const { place, upTo, wanted } = rows[0]!;
  if (!wanted) return advance(context, Number(upTo));
  const history = new EventHistory(database.pool);
  const interest = { caller: context.caller, match: { types: TYPES } };
  for (let after = Number(place); after < Number(upTo);) {
    signal.throwIfAborted();
    const page = await history.page(interest, after, Number(upTo));
    for (const { to, subjectId } of page.events)
      if (to === ProcessInstanceStatus.COMPLETED) await startAfter(context, subjectId);
    await advance(context, page.end);
    after = page.end;
  }
});

export const successionSchedule: Schedule = {
  name: NAME,
  cron: '* * * * *',
  job: NAME,
  description: 'Starts processes after others that have completed, where nothing else asked for it.',
};

/** Asks for the job soon after instances have taken a step. */
export const gatherCompletions = (context: CallContext): (() => Promise<void>) =>
  askAfterEvents(context, {
    match: { types: TYPES },
    gatherMs: () => GATHER_MS,
    wanted: { name: 'process_succession_wanted', text: `select 1 ${PUBLISHED} limit 1` },
    job: { name: NAME, payload: {}, key: NAME },
  });

async function advance({ database }: CallContext, position: number): Promise<void> {
  await database.pool.query('update "process_succession_place" set "position" = $1 where "position" < $1', [position]);
}

async function startAfter(context: CallContext, instanceId: string): Promise<void> {
  const { database } = context;
  const em = database.orm.em.fork();
  const ended = await em.findOne(ProcessInstance, { id: instanceId }, { populate: ['template'] });
  // What an instance had to tell at its end tells the one to which it was handed over.
  if (!ended?.template || ended.test || ended.handedOver || !ended.endedAt) return;
  // A sub-process may have been undone meanwhile with its step.
  if (ended.status !== ProcessInstanceStatus.COMPLETED) return;
  const values = [ended.template.code, ended.endedAt, database.clock()];
  const { rows } = await database.pool.query<{ id: string; templateId: string }>(RELATIONS, values);
  for (const { id, templateId } of rows) {
    const attempt = (error: string | null) =>
      database.write(context, (tx) => startOnce(tx, { instanceId, relationId: id, templateId, error }));
    try {
      await attempt(null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await attempt(error.message);
    }
  }
}

interface Following {
  instanceId: string;
  relationId: string;
  templateId: string;
  /** Why nothing can be started; null while that is not known. */
  error: string | null;
}

async function startOnce(tx: Transaction, { instanceId, relationId, templateId, error }: Following): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `succession ${instanceId} ${templateId}`,
  ]);
  if (await tx.em.count(ProcessSuccession, { after: instanceId, template: templateId })) return;
  // Locked: who undoes it meanwhile finds what it has started, or nothing is started.
  const after = await lockWithObject(tx, instanceId);
  if (after.status !== ProcessInstanceStatus.COMPLETED) return;
  const template = await tx.em.findOneOrFail(ProcessTemplate, { id: templateId });
  let instance: ProcessInstance | null = null;
  if (error === null) {
    const relation = await tx.em.findOneOrFail(ProcessStartAfter, { id: relationId });
    const scope = scopeOf(after);
    if (relation.condition && !ruleHolds(relation.condition, scope)) return;
    instance = await startFor(tx, { after, template, relation, variables: valuesOf(relation, after, scope) });
  }
  tx.add(
    Object.assign(new ProcessSuccession(), {
      ...{ after, template, instance, startedAt: tx.at, error: error?.slice(0, 500) ?? null },
    }),
  );
}

const scopeOf = ({ variables, objectType, objectId, handlingGrade, instanceNo }: ProcessInstance) => ({
  ...{ variables, instanceNo },
  objectType: objectType ?? null,
  objectId: objectId ?? null,
  handlingGrade: handlingGrade ?? null,
});

function valuesOf(
  { values }: ProcessStartAfter,
  { variables }: ProcessInstance,
  scope: object,
): Record<string, unknown> {
  const given = values ? keptValue(evaluateRule(values, { ...scope }).value) : variables;
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {};
}

interface Start {
  after: ProcessInstance;
  template: ProcessTemplate;
  relation: ProcessStartAfter;
  variables: Record<string, unknown>;
}

async function startFor(tx: Transaction, { after, template, relation, variables }: Start): Promise<ProcessInstance> {
  const object = await objectFor(tx, after, relation.object ?? null);
  const subject = after.subject ?? null;
  const correlationKey = after.correlationKey ?? null;
  if (object) {
    refuseForOthers(template, object.type, []);
    const regionId = after.region?.id ?? null;
    const asked = { template: template.code, objectType: object.type, objectId: object.id, variables };
    const started = await startForObject(tx, { ...asked, subject, correlationKey, regionId }, ProcessStartMode.EVENT);
    const instance = (started?.instance as ProcessInstance | undefined) ?? refuseUnpublished(template);
    if (started?.isNew) instance.startsAfter = after;
    return instance;
  }
  const version = (await publishedVersionOf(tx, template)) ?? refuseUnpublished(template);
  const names = new Set((await compiledVersion(tx.em, version.id)).definition.variables.map(({ name }) => name));
  return startVersion(tx, version, {
    ...{ objectType: null, objectId: null, subject, correlationKey, handlingGrade: null, test: false },
    region: after.region ? await tx.em.findOneOrFail(Region, after.region.id) : null,
    ...{ startMode: ProcessStartMode.EVENT, startsAt: tx.at, startsAfter: after },
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name))),
  });
}

const refuseUnpublished = ({ code }: ProcessTemplate): never =>
  refuse('NOT_PUBLISHED', `No version of ${code} is published now.`);

/** What an instance starts for that starts after another: the same object, or the one to which references lead from it. */
async function objectFor(
  tx: Transaction,
  { objectType, objectId }: ProcessInstance,
  path: string | null,
): Promise<{ type: string; id: string } | null> {
  if (!path) return objectType && objectId ? { type: objectType, id: objectId } : null;
  const noun = objectType ? nounByName(objectType) : undefined;
  const from =
    noun && objectId ? await tx.em.findOne(noun.target as Class<Node>, decodeId(objectId)!.uuid as never) : null;
  const found = from && (await objectAt(everything(tx), from, path));
  if (!found) return refuse('NOT_FOUND', `${path} leads to no object.`);
  const { name, tag } = nounOf(found.constructor as Class);
  return { type: name, id: encodeId(tag!, found.id) };
}
