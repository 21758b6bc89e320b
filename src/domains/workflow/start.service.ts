import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { checkValues } from '../../kernel/process/index.js';
import { evaluateRule } from '../../kernel/rules/index.js';
import { ownRegion } from '../organisation/index.js';
import {
  conditionValues,
  configuredNames,
  ProcessDispatchMode,
  ProcessTemplate,
  type ProcessTemplateVersion,
  refuseWithoutVerdict,
} from '../process/index.js';
import { Region } from '../region/index.js';
import { createInstance, type NewInstance } from './create-instance.js';
import { beginInstance } from './engine.js';
import { holdNew, lockWithObject } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { wakeAt } from './jobs.js';
import { planAlarms } from './limit-alarms.js';
import { lookAtStart, startOf } from './look-at-start.js';
import { dueAt } from './limits.js';
import { placeOfObject } from './place-of-object.js';
import { ProcessInstance } from './process-instance.js';
import type { ProcessInstanceDispatchInput, ProcessInstanceStartInput } from './start.inputs.js';
import { refuseUnfit } from './steered.js';
import {
  objectOf,
  type ObjectOf,
  published,
  versionFor,
  versionInTest,
  withoutHandedOver,
} from './version-to-start.js';
import { compiledVersion } from './versions.js';
import type { ProcessInstanceStatus } from './workflow.enums.js';
import { ProcessStartMode } from './workflow.enums.js';

/** Starts a process by hand: a named template, or the one that applies to the object (WFL-34, WFL-35). */
export async function startByHand(context: CallContext, input: ProcessInstanceStartInput): Promise<ProcessInstance> {
  return (
    (await startPlainly(context, input)) ??
    context.database.write(context, async (tx) => {
      const object = input.objectId ? await objectOf(tx, input.objectId, ['input', 'objectId']) : null;
      const region = await regionOf(tx, input.regionId ?? null, object);
      const variables = valuesOf(input.variables, ['input', 'variables']);
      const version = input.testVersionId
        ? await versionInTest(tx, input, object)
        : await versionFor(tx, input, object, region, variables);
      const running = input.again || input.testVersionId || !object ? null : await runningFor(tx, version, object.id);
      if (running) return running;
      const own = await withoutHandedOver(tx, version, variables);
      const values = valuesFor(tx, input, { region, variables: own, object });
      const startsAfter = input.startsAfterId ? await awaited(tx, input.startsAfterId) : null;
      return startVersion(tx, version, { ...values, startsAfter }, variables);
    })
  );
}

/** Starts a named template without an object by one statement; undefined where it needs more, or is refused. */
async function startPlainly(
  context: CallContext,
  input: ProcessInstanceStartInput,
): Promise<ProcessInstance | undefined> {
  if (!input.templateId || input.objectId || input.testVersionId || input.startsAfterId) return undefined;
  const seen = await lookAtStart(context, input.templateId, input.regionId ?? null);
  // What administrators may have configured is looked up.
  if (!seen || configuredNames(seen.version.gradeRule ?? '').length > 0) return undefined;
  const done = await context.database.writePlainly(context, (tx) => {
    const { version, region } = startOf(tx, seen);
    const variables = valuesOf(input.variables, ['input', 'variables']);
    return startVersion(tx, version, valuesFor(tx, input, { region, variables, object: null }));
  });
  return done?.value;
}

/** The instance for whose end another waits: it says so itself, so that whoever ends it lets the other begin. */
async function awaited(tx: Transaction, id: string): Promise<ProcessInstance> {
  const instance = await tx.get(ProcessInstance, id, ['input', 'startsAfterId']);
  if (OPEN_INSTANCES.includes(instance.status)) instance.awaited = true;
  return instance;
}

/** What an instance that is started by hand is about. */
function valuesFor(
  tx: Transaction,
  input: ProcessInstanceStartInput,
  { region, variables, object }: Pick<NewInstance, 'region' | 'variables'> & { object: ObjectOf | null },
): Omit<NewInstance, 'version'> {
  return {
    ...{ region, variables, test: Boolean(input.testVersionId), startMode: ProcessStartMode.MANUAL },
    ...{ objectType: object?.type ?? null, objectId: object?.id ?? null, subject: input.subject ?? null },
    handlingGrade: input.handlingGrade ?? null,
    correlationKey: input.correlationKey ?? null,
    startsAt: input.startsAt ? new Date(input.startsAt) : tx.at,
  };
}

/**
 * Makes an instance of a version and lets it begin as its template says: at once, at its time, or by a dispatcher (WFL-21).
 * Refuses values that do not fit its variables.
 * @param given all that was handed over, which its handling grade may depend on
 * @param path where the values were given
 */
export async function startVersion(
  tx: Transaction,
  version: ProcessTemplateVersion,
  values: Omit<NewInstance, 'version'>,
  given = values.variables,
  path: InputPath = ['input', 'variables'],
): Promise<ProcessInstance> {
  const { definition } = await compiledVersion(tx.em, version.id);
  refuseValues(checkValues(definition.variables, values.variables), path);
  const handlingGrade = values.handlingGrade ?? (await gradeOf(tx, version, { ...values, variables: given }));
  const manual = version.template.dispatchMode === ProcessDispatchMode.MANUAL;
  const instance = await createInstance(tx, {
    ...{ ...values, version, handlingGrade },
    startsAt: manual ? null : values.startsAt,
  });
  const waits = OPEN_INSTANCES.includes(values.startsAfter?.status as ProcessInstanceStatus);
  const now = !manual && !waits && (values.startsAt ?? tx.at) <= tx.at;
  if (now && version.template.dispatchMode === ProcessDispatchMode.REALTIME) await begin(tx, instance);
  else if (instance.startsAt && !waits) wakeAt(tx, instance.id, instance.id, instance.startsAt);
  return instance;
}

/** The handling grade that the version's rule gives; null without a rule, or when it gives none (WFL-16). */
async function gradeOf(
  tx: Transaction,
  { gradeRule }: ProcessTemplateVersion,
  { variables, objectType, objectId, region }: Pick<NewInstance, 'variables' | 'objectType' | 'objectId' | 'region'>,
): Promise<string | null> {
  if (!gradeRule) return null;
  const about = { variables, objectType, objectId, region: region?.code ?? null, handlingGrade: null };
  const grade: unknown = evaluateRule(gradeRule, await conditionValues(tx, [gradeRule], about)).value;
  return typeof grade === 'string' && grade ? grade.slice(0, 60) : null;
}

/** Lets an instance begin that has not begun; its row must be locked or new. */
export async function begin(tx: Transaction, instance: ProcessInstance): Promise<void> {
  const held = await holdNew(tx, instance);
  instance.dueAt = await dueAt(held, null);
  await planAlarms(held, null, instance.dueAt);
  await beginInstance(held);
}

/** Lets an instance begin that waits for a dispatcher, on another template if one is named (WFL-38, WFL-39). */
export function dispatchInstance(context: CallContext, input: ProcessInstanceDispatchInput): Promise<ProcessInstance> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'instanceId'];
    const seen = await tx.get(ProcessInstance, input.instanceId, path, { lock: false });
    const instance = await lockWithObject(tx, seen.id);
    if (instance.startedAt || !OPEN_INSTANCES.includes(instance.status) || instance.suspendedAt)
      refuse('INVALID_STATE', 'This instance does not wait to begin.', path, { state: instance.status });
    if (input.templateId) {
      const template = await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId'], { lock: false });
      instance.template = template;
      instance.workKind = template.workKind;
      instance.version = await published(tx, template, ['input', 'templateId']);
    } else if (!instance.version) refuse('REQUIRED', 'On which template?', ['input', 'templateId']);
    const { definition } = await compiledVersion(tx.em, instance.version!.id);
    if (input.templateId) {
      await refuseUnfit(tx, instance, { template: instance.template!, definition }, ['input', 'templateId']);
      refuseWithoutVerdict(instance.objectType, definition, ['input', 'templateId']);
    }
    refuseValues(checkValues(definition.variables, instance.variables, false), path);
    const { variables, objectType = null, objectId = null } = instance;
    const region = instance.region ? await tx.em.findOneOrFail(Region, instance.region.id) : null;
    instance.handlingGrade ??= await gradeOf(tx, instance.version!, { variables, objectType, objectId, region });
    // What was given while no template was known served to find one, too.
    const names = new Set(definition.variables.map(({ name }) => name));
    const own = Object.entries(variables).filter(([name]) => names.has(name));
    instance.variables = instance.startVariables = Object.fromEntries(own);
    await begin(tx, instance);
    return instance;
  });
}

/** Lets a start of a template for an object wait until another of the same is known. */
export const lockStart = (tx: Transaction, template: string, objectId: string): Promise<unknown> =>
  tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`process ${template} ${objectId}`]);

/** The instance that runs already for an object on the template of a version. A start of the same waits until this one is known. */
export async function runningFor(
  tx: Transaction,
  version: ProcessTemplateVersion,
  objectId: string,
): Promise<ProcessInstance | null> {
  const template = version.template.id;
  await lockStart(tx, template, objectId);
  return tx.em.findOne(ProcessInstance, {
    ...{ template, objectId, test: false, parent: null },
    status: { $in: [...OPEN_INSTANCES] as ProcessInstanceStatus[] },
  });
}

/** A value of JSON that holds values by name; nothing when it is absent. */
export function valuesOf(json: unknown, path: InputPath): Record<string, unknown> {
  if (json === undefined || json === null) return {};
  if (typeof json !== 'object' || Array.isArray(json)) refuse('WRONG_TYPE', 'Values have names: give an object.', path);
  return json as Record<string, unknown>;
}

/** Refuses with what is wrong with values, each with its name in the path. */
export function refuseValues(faults: ReturnType<typeof checkValues>, path: InputPath): void {
  if (faults.length > 0)
    throw new Refusal(faults.map(({ code, message, name }) => userError(code, message, [...path, name])));
}

/** The region that a caller names and may act for, else that of the object, else that of their unit; null when there is none. */
async function regionOf(tx: Transaction, id: string | null, object: ObjectOf | null): Promise<Region | null> {
  if (!id) return (object && (await placeOfObject(tx, object.type, object.id)).region) ?? ownRegion(tx);
  const region = await tx.get(Region, id, ['input', 'regionId'], { lock: false });
  if (tx.caller.kind === 'STAFF' && !tx.caller.regionIds.includes(region.id))
    refuse('OUT_OF_SCOPE', 'You may not act for this region.', ['input', 'regionId'], { region: region.code });
  return region;
}
