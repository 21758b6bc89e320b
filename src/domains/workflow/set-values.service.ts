import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { checkValues, type CompiledProcess, GIVEN_VARIABLES, keptValue } from '../../kernel/process/index.js';
import type { ProcessInstanceValuesSetInput } from './dispatch.inputs.js';
import { note } from './dispatch.service.js';
import { settle } from './engine.js';
import { hold, lockWithObject } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { ProcessInstance } from './process-instance.js';
import { refuseValues, valuesOf } from './start.service.js';

const INSTANCE = ['input', 'instanceId'];
const VALUES = ['input', 'values'];

/**
 * Sets variables of a running instance by hand (WFL-46, WFL-47). What begins from now on, and what is tried again, sees them; what has
 * begun keeps what it was given.
 */
export function setValues(context: CallContext, input: ProcessInstanceValuesSetInput): Promise<ProcessInstance> {
  const given = valuesOf(input.values, VALUES);
  const names = Object.keys(given);
  if (names.length === 0) refuse('REQUIRED', 'Which values are set?', VALUES);
  return context.database.write(context, async (tx) => {
    const seen = await tx.get(ProcessInstance, input.instanceId, INSTANCE, { lock: false });
    const instance = await lockWithObject(tx, seen.id);
    if (!OPEN_INSTANCES.includes(instance.status) || !instance.startedAt)
      refuse('INVALID_STATE', 'The process does not run.', INSTANCE, { state: instance.status });
    const held = await hold(tx, instance);
    const { course } = held;
    const settable = parametersOf(course.process);
    refuseValues(
      checkValues(settable, { ...course.variables, ...given }).filter(({ name }) => names.includes(name)),
      VALUES,
    );
    const values = Object.fromEntries(names.map((name) => [name, keptValue(given[name])]));
    const before = Object.fromEntries(names.map((name) => [name, course.variables[name] ?? null]));
    instance.setByHand = [...(instance.setByHand ?? []), course.setByHand(values)];
    note(tx, instance, 'process-instance.values-set', input.reason, { before, after: values });
    await settle(held);
    return instance;
  });
}

/** What can be set: the variables of the process and what its steps give, by their types. */
function parametersOf({ definition: { variables }, types }: CompiledProcess) {
  const required = new Set(variables.flatMap(({ name, required: needed }) => (needed ? [name] : [])));
  return Object.entries(types)
    .filter(([name]) => !(name in GIVEN_VARIABLES) || variables.some((variable) => variable.name === name))
    .map(([name, { type, description = '' }]) => ({
      name,
      type,
      description,
      required: required.has(name),
      from: null,
    }));
}
