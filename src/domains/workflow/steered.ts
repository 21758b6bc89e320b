import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type ProcessDefinition, taskRule } from '../../kernel/process/index.js';
import { ANY_TYPE, type ProcessTemplate } from '../process/index.js';
import type { ProcessInstance } from './process-instance.js';

type Steered = Pick<ProcessInstance, 'id' | 'objectType' | 'objectId' | 'test'>;

/** Why an instance goes where its object goes, and nowhere else; null when it does not. */
export async function steeredBy(tx: Transaction, { id, objectType, objectId, test }: Steered): Promise<string | null> {
  const rule = test || !objectId ? undefined : taskRule(objectType);
  return (await rule?.steers?.(tx, { instanceId: id, objectId: objectId! })) ?? null;
}

/** A process that goes where its object goes is not ended or handed over by itself: the two would say different things. */
export async function refuseSteered(tx: Transaction, instance: Steered, path: InputPath): Promise<void> {
  const why = await steeredBy(tx, instance);
  const { objectType, objectId } = instance;
  if (why) refuse('STEERED', why, path, { objectType, objectId });
}

/** Refuses to hold a process by hand, or to let it go on, where its object is held and not the process (WFL-45). */
export async function refuseUnheld(tx: Transaction, instance: Steered, path: InputPath): Promise<void> {
  if (!taskRule(instance.objectType)?.holds) await refuseSteered(tx, instance, path);
}

/** Holds the object that a process goes with, or lets it go on, with the process (WFL-45). */
export async function holdObject(tx: Transaction, instance: Steered, step: 'hold' | 'resume'): Promise<void> {
  const holds = taskRule(instance.objectType)?.holds;
  if (holds && (await steeredBy(tx, instance))) await holds[step](tx, instance.objectId!);
}

/** Refuses a template for objects of another type; what is about no object may run on any. */
export function refuseForOthers(template: ProcessTemplate, objectType: string | null, path: InputPath): void {
  if (objectType && template.objectType !== ANY_TYPE && template.objectType !== objectType)
    refuse('TEMPLATE_UNFIT', `This template is for ${template.objectType}.`, path, { objectType });
}

/**
 * Refuses a template that does not fit the object of an instance: one for other objects, and for an object that its process goes with one
 * that lacks the step with which the work on it is over, or that limits would move away from it (WFL-35, WFL-38).
 */
export async function refuseUnfit(
  tx: Transaction,
  instance: Steered,
  { template, definition }: { template: ProcessTemplate; definition: ProcessDefinition },
  path: InputPath,
): Promise<void> {
  const { objectType = null } = instance;
  refuseForOthers(template, objectType, path);
  if (!(await steeredBy(tx, instance))) return;
  const handler = taskRule(objectType)?.handler;
  if (handler && !definition.steps.some((step) => step.handler === handler))
    refuse('NO_CLOSING_STEP', `A process about ${objectType} has a step that ${handler} does.`, path, { handler });
  if (definition.steps.some(({ alarms }) => alarms?.some(({ action }) => action === 'MOVE')))
    refuse('TEMPLATE_UNFIT', 'Its limits move it away from where its object is.', path, { objectType });
}
