import type { CallContext } from '../../kernel/database/context.js';
import { Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { checkDefinition, errorsIn, LIVE, type ProcessDefinition, type Token } from '../../kernel/process/index.js';
import {
  definitionOf,
  knownTo,
  ProcessTemplate,
  ProcessTemplateVersion,
  refuseWithoutVerdict,
} from '../process/index.js';
import type { ProcessInstanceChangeInput } from './dispatch.inputs.js';
import { note } from './dispatch.service.js';
import { settle } from './engine.js';
import { hold, lockWithObject } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';
import { refuseUnfit } from './steered.js';
import { ownVersion } from './versions.js';

const INSTANCE = ['input', 'instanceId'];

/**
 * Adds or removes steps of a running instance: it gets a version of its own (WFL-48). What is left must still fit its object, as a template
 * that somebody names for it must (WFL-35).
 */
export function changeInstance(context: CallContext, input: ProcessInstanceChangeInput): Promise<ProcessInstance> {
  const parts = [input.addSteps, input.removeSteps, input.addFlows, input.removeFlows];
  if (parts.every((part) => !part?.length)) refuse('REQUIRED', 'Which steps or flows come or go?', ['input']);
  return context.database.write(context, async (tx) => {
    const seen = await tx.get(ProcessInstance, input.instanceId, INSTANCE, { lock: false });
    // A join that goes on may end it, and with it what its object's domain says.
    const instance = await lockWithObject(tx, seen.id);
    if (!OPEN_INSTANCES.includes(instance.status) || !instance.startedAt)
      refuse('INVALID_STATE', 'The process does not run.', INSTANCE, { state: instance.status });
    const held = await hold(tx, instance, true);
    const tokens = [...held.course.tokens.values()];
    const before = held.course.process.definition;
    refuseUsed(input, before, new Set(tokens.map(({ step }) => step)));
    refuseLeft(input, before, tokens);
    const after = changed(before, input);
    const template = await tx.em.findOneOrFail(ProcessTemplate, instance.template!.id);
    const errors = errorsIn(checkDefinition(after, await knownTo(tx.em, template.code, after)));
    if (errors.length > 0)
      throw new Refusal(errors.map((fault) => userError(fault.code, fault.message, [...INSTANCE, ...fault.path])));
    await refuseUnfit(tx, instance, { template, definition: after }, INSTANCE);
    refuseWithoutVerdict(instance.objectType, after, INSTANCE);
    const base = await tx.em.findOneOrFail(ProcessTemplateVersion, instance.version!.id, { populate: ['template'] });
    instance.version = await ownVersion(tx, base, after, input.reason);
    await tx.em.flush();
    const added = (input.addSteps ?? []).map((step) => step.code);
    note(tx, instance, 'process-instance.changed', input.reason, { added, removed: input.removeSteps ?? [] });
    // A join may have all now that it can still get.
    if (!instance.suspendedAt) {
      const anew = await hold(tx, instance);
      anew.course.settle();
      await settle(anew);
    }
    return instance;
  });
}

/** Only what has not begun can be changed: no flow out of a step that was left, and at which nothing stands. */
function refuseLeft(
  { removeFlows }: ProcessInstanceChangeInput,
  { flows }: ProcessDefinition,
  tokens: readonly Token[],
): void {
  (removeFlows ?? []).forEach(({ from, to }, index) => {
    const path = ['input', 'removeFlows', index];
    if (!flows.some((flow) => flow.from === from && flow.to === to))
      refuse('FLOW_UNKNOWN', `There is no flow from ${from} to ${to}.`, path);
    const visits = tokens.filter(({ step }) => step === from);
    const left = visits.some(({ status }) => status === 'DONE');
    if (left && !visits.some(({ status }) => LIVE.includes(status))) refuse('STEP_USED', `${from} was left.`, path);
  });
}

/** Only what has not begun can be changed: no step that was visited. */
function refuseUsed(input: ProcessInstanceChangeInput, { steps }: ProcessDefinition, used: ReadonlySet<string>): void {
  (input.removeSteps ?? []).forEach((code, index) => {
    const path = ['input', 'removeSteps', index];
    if (!steps.some((step) => step.code === code)) refuse('STEP_UNKNOWN', `There is no step ${code}.`, path);
    if (used.has(code)) refuse('STEP_USED', `${code} has begun.`, path);
  });
}

function changed(before: ProcessDefinition, input: ProcessInstanceChangeInput): ProcessDefinition {
  const gone = new Set(input.removeSteps ?? []);
  const cut = new Set((input.removeFlows ?? []).map(({ from, to }) => `${from} ${to}`));
  const added = definitionOf({ steps: input.addSteps ?? [], flows: input.addFlows ?? [] }, before.name);
  const flows = before.flows.filter(({ from, to }) => !gone.has(from) && !gone.has(to) && !cut.has(`${from} ${to}`));
  return {
    ...before,
    steps: [...before.steps.filter(({ code }) => !gone.has(code)), ...added.steps],
    flows: [...flows, ...added.flows],
  };
}
