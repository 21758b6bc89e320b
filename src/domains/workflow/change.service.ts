import type { CallContext } from '../../kernel/database/context.js';
import { Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { checkDefinition, errorsIn, type ProcessDefinition } from '../../kernel/process/index.js';
import { definitionOf, knownTo, ProcessTemplate, ProcessTemplateVersion } from '../process/index.js';
import type { ProcessInstanceChangeInput } from './dispatch.inputs.js';
import { note } from './dispatch.service.js';
import { hold } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';
import { ownVersion } from './versions.js';

const INSTANCE = ['input', 'instanceId'];

/** Adds or removes steps of a running instance: it gets a version of its own (WFL-48). */
export function changeInstance(context: CallContext, input: ProcessInstanceChangeInput): Promise<ProcessInstance> {
  return context.database.write(context, async (tx) => {
    const instance = await tx.get(ProcessInstance, input.instanceId, INSTANCE);
    if (!OPEN_INSTANCES.includes(instance.status) || !instance.startedAt)
      refuse('INVALID_STATE', 'The process does not run.', INSTANCE, { state: instance.status });
    const held = await hold(tx, instance, true);
    const used = new Set([...held.course.tokens.values()].map(({ step }) => step));
    const before = held.course.process.definition;
    refuseUsed(input, before, used);
    const after = changed(before, input);
    const { code } = await tx.em.findOneOrFail(ProcessTemplate, instance.template!.id);
    const errors = errorsIn(checkDefinition(after, await knownTo(tx.em, code, after)));
    if (errors.length > 0)
      throw new Refusal(errors.map((fault) => userError(fault.code, fault.message, [...INSTANCE, ...fault.path])));
    const base = await tx.em.findOneOrFail(ProcessTemplateVersion, instance.version!.id, { populate: ['template'] });
    instance.version = await ownVersion(tx, base, after, input.reason);
    const added = (input.addSteps ?? []).map((step) => step.code);
    note(tx, instance, 'process-instance.changed', input.reason, { added, removed: input.removeSteps ?? [] });
    return instance;
  });
}

/** Only what has not begun can be changed: neither a step that was visited, nor a flow out of one that was left. */
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
