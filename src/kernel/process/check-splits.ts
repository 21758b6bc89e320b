import type { Find } from './check-definition.js';
import type { FlowDefinition, ProcessDefinition, StepDefinition } from './definition.js';

/**
 * What was split comes together before it goes back: a branch that leads back to before its split, past the step at which all branches
 * meet, makes its split again beside the branches that are still under way, and what follows them is done twice (WFL-13).
 */
export function checkSplits({ steps, flows }: ProcessDefinition, find: Find): void {
  const next = Map.groupBy(flows, ({ from }) => from);
  const ends = new Set(steps.filter(({ kind }) => kind === 'END').map(({ code }) => code));
  steps.forEach((step, index) => {
    const { code } = step;
    if (!splits(step, next.get(code) ?? [])) return;
    const reached = (without: ReadonlySet<string>) => reachedFrom(code, next, without);
    const meeting = steps.filter(
      (each) => each.code !== code && !reached(new Set([each.code])).some((to) => ends.has(to)),
    );
    if (reached(new Set(meeting.map((each) => each.code))).includes(code))
      find('SPLIT_NOT_JOINED', `A branch of ${code} leads back to it before its branches have come together.`, [
        ...['steps', index],
        'split',
      ]);
  });
}

/** Whether more than one flow can be taken at once: one always is, and another may be. Conditions alone may shut each other out. */
function splits({ split }: StepDefinition, out: readonly FlowDefinition[]): boolean {
  const usual = out.filter(({ isDefault }) => !isDefault);
  return split === 'PARALLEL' && usual.length > 1 && usual.some(({ condition }) => condition === null);
}

/** Steps to which flows lead, also over others, past none of some. */
function reachedFrom(
  code: string,
  next: ReadonlyMap<string, readonly FlowDefinition[]>,
  without: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  for (const open = [code]; open.length > 0;)
    for (const { to } of next.get(open.pop()!) ?? []) {
      if (found.has(to) || without.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  return [...found];
}
