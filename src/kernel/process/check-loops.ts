import { isConstant, evaluateRule, RuleTooCostly, type RuleVariables } from '../rules/index.js';
import type { Find, KnownToProcesses } from './check-definition.js';
import { reachable } from './compiled.js';
import type { FlowDefinition, ProcessDefinition, StepDefinition, StepKind } from './definition.js';
import { momentOf } from './moment-of.js';

/** Steps at which nothing has to be waited for. */
const PASSING: readonly StepKind[] = ['START', 'GATEWAY', 'END'];

/**
 * A loop over steps at which nothing is done would run for ever inside one transaction; one over steps that the house does by itself would
 * never end either when every flow in it is always taken.
 */
export function checkLoops(
  definition: ProcessDefinition,
  rules: RuleVariables,
  known: Pick<KnownToProcesses, 'pauses'>,
  find: Find,
): void {
  const { steps, flows } = definition;
  const at = (code: string) => ['steps', steps.findIndex((step) => step.code === code)];
  const idle = loopOver(definition, ({ kind }) => PASSING.includes(kind), flows);
  if (idle !== undefined)
    return find('LOOP_WITHOUT_PAUSE', `The loop over ${idle} has no step at which work is done.`, at(idle));
  const always = steps.flatMap((step) => takenAlways(step, flows, rules));
  const endless = loopOver(definition, (step) => goesOn(step, rules, known), always);
  if (endless !== undefined)
    find('LOOP_WITHOUT_PAUSE', `The loop over ${endless} waits for nobody, and nothing ever ends it.`, at(endless));
}

/** A step over which some of the flows lead round, past no other steps than those meant. */
function loopOver(
  { steps, ...rest }: ProcessDefinition,
  meant: (step: StepDefinition) => boolean,
  flows: readonly FlowDefinition[],
): string | undefined {
  // A limit that passes is something that was waited for.
  const within = steps.filter(meant).map((step) => ({ ...step, alarms: [] }));
  const codes = new Set(within.map(({ code }) => code));
  const inner = { ...rest, steps: within, flows: flows.filter(({ from, to }) => codes.has(from) && codes.has(to)) };
  for (const [code, after] of reachable(inner)) if (after.has(code)) return code;
  return undefined;
}

/** Whether a token leaves a step without anybody or anything outside, however often it comes. */
function goesOn(
  { kind, handler, subprocess, timer, waitFor = [] }: StepDefinition,
  rules: RuleVariables,
  { pauses }: Pick<KnownToProcesses, 'pauses'>,
): boolean {
  if (waitFor.length > 0) return false;
  if (kind === 'AUTOMATIC') return !(handler !== null && pauses?.(handler));
  if (kind === 'SUBPROCESS') return subprocess?.wait === false;
  if (kind !== 'TIMER') return PASSING.includes(kind);
  const now = new Date();
  const until = timer === null ? null : momentOf(constant(timer, rules), now);
  return until !== null && until <= now;
}

/** The value of a rule that is the same whatever the variables are; undefined for any other. */
export function constant(text: string, rules: RuleVariables): unknown {
  if (!isConstant(text, rules)) return undefined;
  try {
    return evaluateRule(text, {}).value;
  } catch (error) {
    if (error instanceof RuleTooCostly) return undefined;
    throw error;
  }
}

/** Flows out of a step that are taken whatever the variables are. */
function takenAlways(
  { code, split }: StepDefinition,
  flows: readonly FlowDefinition[],
  rules: RuleVariables,
): readonly FlowDefinition[] {
  const out = flows.filter(({ from }) => from === code);
  const value = ({ condition }: FlowDefinition) => (condition === null ? true : constant(condition, rules));
  const usual = out
    .filter((flow) => !flow.isDefault && [true, undefined].includes(value(flow) as boolean | undefined))
    .sort((a, b) => a.priority - b.priority);
  if (usual.length === 0) return out.filter(({ isDefault }) => isDefault);
  return (split === 'EXCLUSIVE' ? usual.slice(0, 1) : usual).filter((flow) => value(flow) === true);
}
