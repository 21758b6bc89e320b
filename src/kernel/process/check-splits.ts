import type { Find } from './check-definition.js';
import type { FlowDefinition, ProcessDefinition, StepDefinition } from './definition.js';

/**
 * What was split comes together before it goes back: a branch that leads back to before its split, past the step at which all branches
 * meet, makes its split again beside the branches that are still under way, and what follows them is done twice (WFL-13).
 */
export function checkSplits({ steps, flows }: ProcessDefinition, find: Find): void {
  const next = Map.groupBy(flows, ({ from }) => from);
  steps.forEach((step, index) => {
    const { code } = step;
    if (!splits(step, next.get(code) ?? [])) return;
    if (reachedFrom(code, next, meetingAfter({ steps }, next, code)).includes(code))
      find('SPLIT_NOT_JOINED', `A branch of ${code} leads back to it before its branches have come together.`, [
        ...['steps', index],
        'split',
      ]);
  });
}

/** Steps that a branch of a split leads to before its branches meet. @param first the step with which the branch begins */
export function branchSteps(
  { steps, flows }: Pick<ProcessDefinition, 'steps' | 'flows'>,
  split: string,
  first: string,
): ReadonlySet<string> {
  const next = Map.groupBy(flows, ({ from }) => from);
  const meeting = meetingAfter({ steps }, next, split);
  return new Set(meeting.has(first) ? [] : [first, ...reachedFrom(first, next, meeting)]);
}

/** Steps at which all that follows a split comes together: past none of them it comes to an end. */
function meetingAfter(
  { steps }: Pick<ProcessDefinition, 'steps'>,
  next: ReadonlyMap<string, readonly FlowDefinition[]>,
  split: string,
): ReadonlySet<string> {
  const ends = new Set(steps.filter(({ kind }) => kind === 'END').map(({ code }) => code));
  const meets = (code: string) => !reachedFrom(split, next, new Set([code])).some((to) => ends.has(to));
  return new Set(steps.flatMap(({ code }) => (code !== split && meets(code) ? [code] : [])));
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
