import type { RuleVariables } from '../rules/index.js';
import type { Find, KnownToProcesses } from './check-definition.js';
import { checkLoops } from './check-loops.js';
import { checkSplits } from './check-splits.js';
import { reachable } from './compiled.js';
import type { ProcessDefinition } from './definition.js';

/** Checks the steps as a whole: one start that reaches all of them, all of them able to end, joins that come together. */
export function checkGraph(
  definition: ProcessDefinition,
  rules: RuleVariables,
  known: Pick<KnownToProcesses, 'pauses'>,
  find: Find,
): void {
  const { steps } = definition;
  if (steps.length === 0) return;
  const starts = steps.filter(({ kind }) => kind === 'START');
  if (starts.length !== 1) find('START_COUNT', `A process has one start, not ${starts.length}.`, ['steps']);
  const ends = steps.filter(({ kind }) => kind === 'END').map(({ code }) => code);
  if (ends.length === 0) find('NO_END', 'A process has an end.', ['steps']);
  const reach = reachable(definition);
  const start = starts[0]?.code;
  steps.forEach(({ code, kind }, index) => {
    if (start !== undefined && code !== start && !reach.get(start)!.has(code))
      find('UNREACHABLE', `Nothing leads from the start to ${code}.`, ['steps', index]);
    if (kind !== 'END' && ends.length > 0 && !ends.some((end) => reach.get(code)!.has(end)))
      find('NEVER_ENDS', `Nothing leads from ${code} to an end.`, ['steps', index]);
  });
  checkRollbacks(definition, reach, find);
  checkJoins(definition, reach, find);
  checkSplits(definition, find);
  checkLoops(definition, rules, known, find);
  checkCriticalPath(definition, find);
}

/** What is sent back goes to what was done before it (WFL-42): to a step from which it is reached, over a loop also to itself. */
function checkRollbacks({ steps }: ProcessDefinition, reach: ReadonlyMap<string, Set<string>>, find: Find): void {
  steps.forEach(({ code, rollbackTo }, index) => {
    if (rollbackTo !== null && reach.get(rollbackTo)?.has(code) === false)
      find('ROLLBACK_NOT_BEFORE', `${rollbackTo} does not come before ${code}.`, ['steps', index, 'rollbackTo']);
  });
}

/** A join of all flows is sound when more than one of them can bring a token: when a parallel split lies before it. */
function checkJoins({ steps, flows }: ProcessDefinition, reach: ReadonlyMap<string, Set<string>>, find: Find): void {
  const splits = steps.filter(
    ({ code, split }) => split === 'PARALLEL' && flows.filter(({ from }) => from === code).length > 1,
  );
  steps.forEach((step, index) => {
    const incoming = flows.filter(({ to }) => to === step.code);
    if (step.join !== 'ALL' || incoming.length < 2) return;
    const fed = splits.some((split) => {
      const branches = flows.filter(({ from }) => from === split.code).map(({ to }) => to);
      const arriving = branches.filter((to) => to === step.code || reach.get(to)!.has(step.code));
      return arriving.length > 1;
    });
    if (!fed)
      find('JOIN_UNSOUND', `${step.code} joins all of its flows, but no parallel split lies before it.`, [
        'steps',
        index,
        'join',
      ]);
  });
}

/** A process limit that the steps' own limits exceed cannot be kept (WFL-17). */
function checkCriticalPath({ steps, flows, timeLimits }: ProcessDefinition, find: Find): void {
  const next = Map.groupBy(flows, ({ from }) => from);
  timeLimits.forEach(({ grade, minutes }, index) => {
    const ownLimit = (code: string) => {
      const limits = steps.find((step) => step.code === code)?.timeLimits ?? [];
      return (
        (limits.find((limit) => limit.grade === grade) ?? limits.find((limit) => limit.grade === null))?.minutes ?? 0
      );
    };
    const known = new Map<string, number>();
    const longest = (code: string, above: ReadonlySet<string>): number => {
      if (above.has(code)) return 0;
      const before = known.get(code);
      if (before !== undefined) return before;
      const inner = new Set([...above, code]);
      const after = (next.get(code) ?? []).map(({ to }) => longest(to, inner));
      const total = ownLimit(code) + Math.max(0, ...after);
      known.set(code, total);
      return total;
    };
    const total = longest(steps.find(({ kind }) => kind === 'START')?.code ?? '', new Set());
    if (total > minutes)
      find(
        'LIMIT_EXCEEDED',
        `The steps may take ${total} minutes, more than the ${minutes} of the process.`,
        ['timeLimits', index],
        'WARNING',
      );
  });
}
