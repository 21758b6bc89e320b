import { checkRule, type RuleType, type RuleVariables } from '../rules/index.js';
import type { Find, KnownToProcesses } from './check-definition.js';
import type { ParameterDefinition, ProcessDefinition, StepDefinition } from './definition.js';
import type { DefinitionFinding } from './finding.js';

/** What is known of a template that steps call. */
export interface CalledProcess {
  /** Values that its processes take: those of the version that would run now, or of its newest while none would. */
  variables: readonly ParameterDefinition[];
  /** What to say of it when no version of it would run now: a warning, or an error where one must; null when one would. */
  absent: DefinitionFinding['severity'] | null;
}

/** Types whose values are kept as texts, so that a text may be one. */
const TEMPORAL: ReadonlySet<RuleType> = new Set(['date', 'date and time', 'duration']);

/** What is handed over to other processes must be what they take, and they must be able to run (WFL-04, WFL-12). */
export function checkCalls(
  { steps }: ProcessDefinition,
  rules: RuleVariables,
  known: Pick<KnownToProcesses, 'template' | 'called'>,
  find: Find,
): void {
  steps.forEach((step, index) => {
    const called = step.kind === 'SUBPROCESS' && step.subprocess?.template;
    const process = called && called !== known.template ? known.called?.get(called) : undefined;
    if (!called || !process) return;
    const path = ['steps', index];
    if (process.absent)
      find('SUBPROCESS_UNPUBLISHED', `No version of ${called} could run.`, [...path, 'subprocess'], process.absent);
    checkCall(step, called, process.variables, rules, [...path, 'inputs'], find);
  });
}

function checkCall(
  { inputs }: StepDefinition,
  called: string,
  variables: readonly ParameterDefinition[],
  rules: RuleVariables,
  path: (string | number)[],
  find: Find,
): void {
  const given = new Set(inputs.map(({ name }) => name));
  for (const { name, required } of variables)
    if (required && !given.has(name)) find('CALL_REQUIRED', `${called} needs ${name}.`, path);
  inputs.forEach((input, index) => {
    const taken = variables.find(({ name }) => name === input.name);
    if (!taken) return find('CALL_UNKNOWN', `Nothing in ${called} is called ${input.name}.`, [...path, index, 'name']);
    const at = (field: string) => [...path, index, field];
    const wrong = `${input.name} of ${called} is a ${taken.type}.`;
    if (!fits(input.type, taken.type)) return find('CALL_TYPE', wrong, at('type'));
    if (input.from) return yields(input.from, taken.type, rules) ? undefined : find('CALL_TYPE', wrong, at('from'));
    const source = Object.hasOwn(rules, input.name) ? rules[input.name] : undefined;
    if (!source && taken.required)
      find('CALL_REQUIRED', `Nothing here gives ${input.name}, which ${called} needs.`, at('name'));
    if (source && !fits(source.type, taken.type)) find('CALL_TYPE', wrong, at('name'));
  });
}

const fits = (given: RuleType, taken: RuleType): boolean => given === taken || given === 'any' || taken === 'any';

/** Whether a formula may give a value of a type; what is wrong with the formula itself is told elsewhere. */
function yields(text: string, type: RuleType, rules: RuleVariables): boolean {
  if (checkRule(text, rules, null).length > 0 || checkRule(text, rules, type).length === 0) return true;
  return TEMPORAL.has(type) && checkRule(text, rules, 'string').length === 0;
}
