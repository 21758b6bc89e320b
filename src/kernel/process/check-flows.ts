import type { Find } from './check-definition.js';
import type { FlowDefinition, ProcessDefinition, StepDefinition } from './definition.js';

/** Checks each flow, and the flows out of each step: both ends exist, nothing is doubled, a split knows where to go. */
export function checkFlows({ steps, flows }: ProcessDefinition, find: Find): void {
  const known = new Map(steps.map((step) => [step.code, step]));
  const seen = new Set<string>();
  flows.forEach(({ from, to, condition, isDefault }, index) => {
    for (const [end, code] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (!known.has(code)) find('FLOW_STEP_UNKNOWN', `There is no step ${code}.`, ['flows', index, end]);
    if (known.get(to)?.kind === 'START') find('START_ENTERED', 'Nothing leads to the start.', ['flows', index, 'to']);
    if (known.get(from)?.kind === 'END') find('END_LEFT', 'Nothing leads away from an end.', ['flows', index, 'from']);
    if (seen.has(`${from} ${to}`)) find('FLOW_DOUBLED', `${from} leads to ${to} twice.`, ['flows', index]);
    seen.add(`${from} ${to}`);
    if (isDefault && condition !== null)
      find('DEFAULT_CONDITIONAL', 'A default is taken when nothing else is, whatever its condition says.', [
        'flows',
        index,
        'condition',
      ]);
  });
  const out = Map.groupBy(flows, ({ from }) => from);
  steps.forEach((step, index) => checkSplit(step, out.get(step.code) ?? [], ['steps', index], find));
}

/** A split must always find a way: by a default, or by a flow that has no condition. */
function checkSplit(step: StepDefinition, out: readonly FlowDefinition[], path: (string | number)[], find: Find): void {
  const defaults = out.filter(({ isDefault }) => isDefault);
  if (defaults.length > 1) find('DEFAULTS_DOUBLED', `${step.code} has more than one default.`, path);
  const conditional = out.some(({ condition }) => condition !== null);
  const sure = defaults.length > 0 || out.some(({ condition }) => condition === null);
  const chooses = step.split === 'EXCLUSIVE' && out.length > 1;
  if (chooses ? defaults.length === 0 : conditional && !sure)
    find('NO_DEFAULT', `${step.code} needs a default flow: it is taken when no other is.`, path);
}
