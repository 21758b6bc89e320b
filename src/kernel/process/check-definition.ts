import { checkRule, ruleYields, type RuleVariables } from '../rules/index.js';
import { checkAlarms, checkMoves } from './check-alarms.js';
import { type CalledProcess, checkCalls } from './check-calls.js';
import { checkFlows } from './check-flows.js';
import { checkGraph } from './check-graph.js';
import { constant } from './check-loops.js';
import { checkStartAfter } from './check-start-after.js';
import type { ParameterDefinition, ProcessDefinition, StepDefinition, TimeLimitDefinition } from './definition.js';
import type { DefinitionFinding } from './finding.js';
import { momentOf } from './moment-of.js';
import { LONGEST_PAUSE_SECONDS, MOST_ATTEMPTS } from './retry.js';
import { variablesOf } from './variables-of.js';

/** What a definition may refer to. */
export interface KnownToProcesses {
  /** Code of the template that the definition belongs to. */
  template: string;
  isHandler: (name: string) => boolean;
  /** Whether the handler can undo what it did. */
  canCompensate: (name: string) => boolean;
  isAdapter: (name: string) => boolean;
  /** Whether a step that the handler does waits for somebody or something; none does when absent. */
  pauses?: (name: string) => boolean;
  isOperator: (kind: NonNullable<StepDefinition['operator']>['kind'], code: string) => boolean;
  /** Whether its instances go where their objects go, and so nothing else may move them. */
  steered?: boolean;
  /** Templates that can be called, each with those that its newest version calls. */
  calls: ReadonlyMap<string, readonly string[]>;
  /** Templates each with those after whose instances its own start. */
  startsAfter: ReadonlyMap<string, readonly string[]>;
  /** Whether references of this path lead from the objects of a template to others; true where it is not known what they are. */
  isReference: (template: string, path: string) => boolean;
  /** Templates that its steps call, with what their processes take; nothing is said of calls of others. */
  called?: ReadonlyMap<string, CalledProcess>;
  /** Codes of the steps that instances of other templates come to, by template. */
  steps: ReadonlyMap<string, readonly string[]>;
}

/** Tells of a fault; a warning does not keep the definition from being used. */
export type Find = (
  code: DefinitionFinding['code'],
  message: string,
  path: (string | number)[],
  severity?: DefinitionFinding['severity'],
) => void;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Types of what a timer may yield. */
const TIMED: readonly string[] = ['number', 'string', 'duration', 'date', 'date and time', 'any'];
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

/**
 * Checks that a definition can run (WFL-02): one start, ends, every step reachable and able to end, splits with a default, operators
 * and handlers that exist, guards that can be read, no recursion, other processes that get what they take, joins that come together.
 * @returns what is wrong, with the place of each; empty when nothing is
 */
export function checkDefinition(definition: ProcessDefinition, known: KnownToProcesses): DefinitionFinding[] {
  const findings: DefinitionFinding[] = [];
  const find: Find = (code, message, path, severity = 'ERROR') => findings.push({ code, message, path, severity });
  if (definition.steps.length === 0) find('NO_STEPS', 'A process has steps.', ['steps']);
  checkCodes(definition, find);
  const rules = variablesOf(definition);
  const check = (text: string, path: (string | number)[], wanted: Parameters<typeof checkRule>[2], own = rules) => {
    for (const { code, message } of checkRule(text, own, wanted)) find(code, message, path);
  };
  definition.steps.forEach((step, index) => {
    checkStep(step, ['steps', index], known, find);
    checkMeetings(definition, step, ['steps', index, 'waitFor'], known, find);
    if (step.timer !== null && step.kind === 'TIMER') checkTimer(step.timer, rules, ['steps', index, 'timer'], find);
    step.inputs.forEach(({ from }, at) => {
      if (from) check(from, ['steps', index, 'inputs', at, 'from'], null);
    });
    step.outputs.forEach(({ from }, at) => {
      const result = { result: { type: 'context', description: 'What the step gave back.' } } as const;
      if (from) check(from, ['steps', index, 'outputs', at, 'from'], null, { ...rules, ...result });
    });
  });
  checkParameters(definition.variables, ['variables'], find);
  checkTypes(definition, find);
  checkCalls(definition, rules, known, find);
  checkLimits(definition.timeLimits, ['timeLimits'], find);
  checkAlarms(definition, ['alarms'], known, find);
  checkMoves(definition, known, find);
  checkStartAfter(definition, known, find);
  checkFlows(definition, find);
  definition.flows.forEach(({ condition }, index) => {
    if (condition !== null) check(condition, ['flows', index, 'condition'], 'boolean');
  });
  checkGraph(definition, rules, known, find);
  return findings;
}

/** Findings that keep the definition from being used. */
export const errorsIn = (findings: readonly DefinitionFinding[]): DefinitionFinding[] =>
  findings.filter(({ severity }) => severity === 'ERROR');

function checkCodes({ steps }: ProcessDefinition, find: Find): void {
  const seen = new Set<string>();
  steps.forEach(({ code }, index) => {
    const path = ['steps', index, 'code'];
    if (!CODE.test(code))
      find('CODE_INVALID', 'A code has 1 to 60 letters, digits, dots, dashes and underscores.', path);
    if (seen.has(code)) find('CODE_TAKEN', `Two steps have the code ${code}.`, path);
    seen.add(code);
  });
  steps.forEach(({ rollbackTo }, index) => {
    if (rollbackTo !== null && !seen.has(rollbackTo))
      find('ROLLBACK_UNKNOWN', `There is no step ${rollbackTo}.`, ['steps', index, 'rollbackTo']);
  });
}

function checkStep(step: StepDefinition, path: (string | number)[], known: KnownToProcesses, find: Find): void {
  const { kind, operator, handler, subprocess, compensation } = step;
  if (kind === 'HUMAN' && !operator) find('NO_OPERATOR', 'Somebody must do this step.', [...path, 'operator']);
  if (operator && !known.isOperator(operator.kind, operator.code))
    find('OPERATOR_UNKNOWN', `There is no ${operator.kind} ${operator.code}.`, [...path, 'operator']);
  if (kind === 'AUTOMATIC' && !(handler && known.isHandler(handler)))
    find('HANDLER_UNKNOWN', `There is no handler ${handler ?? 'named'}.`, [...path, 'handler']);
  if (kind === 'EXTERNAL' && !(handler && known.isAdapter(handler)))
    find('HANDLER_UNKNOWN', `There is no adapter ${handler ?? 'named'}.`, [...path, 'handler']);
  if (compensation !== null && !known.canCompensate(compensation))
    find('COMPENSATION_UNKNOWN', `No handler ${compensation} can undo anything.`, [...path, 'compensation']);
  checkCompensationTask(step, path, known, find);
  checkRetry(step, [...path, 'retry'], find);
  if (kind === 'TIMER' && step.timer === null) find('NO_TIMER', 'For how long?', [...path, 'timer']);
  if (kind === 'SUBPROCESS') checkCall(subprocess?.template, [...path, 'subprocess'], known, find);
  checkParameters(step.inputs, [...path, 'inputs'], find);
  checkParameters(step.outputs, [...path, 'outputs'], find);
  checkLimits(step.timeLimits, [...path, 'timeLimits'], find);
  checkAlarms(step, [...path, 'alarms'], known, find);
}

/** What a timer says must be able to be minutes, a span of time or a moment (WFL-14); texts that variables hold are read when it begins. */
function checkTimer(text: string, rules: RuleVariables, path: (string | number)[], find: Find): void {
  const faults = checkRule(text, rules, null);
  for (const { code, message } of faults) find(code, message, path);
  if (faults.length > 0) return;
  const wrong = 'A timer yields minutes, a span of time or a moment.';
  const found = ruleYields(text, rules);
  if (found !== null && !TIMED.includes(found)) return find('RULE_TYPE', wrong, path);
  const value = constant(text, rules);
  if (value !== undefined && !momentOf(value, new Date())) find('RULE_VALUE', wrong, path);
}

function checkCompensationTask(
  { compensation, compensationTask }: StepDefinition,
  path: (string | number)[],
  known: KnownToProcesses,
  find: Find,
): void {
  if (!compensationTask) return;
  const { kind, code } = compensationTask.operator;
  const at = [...path, 'compensationTask'];
  if (!known.isOperator(kind, code)) find('OPERATOR_UNKNOWN', `There is no ${kind} ${code}.`, [...at, 'operator']);
  if (compensation !== null) find('COMPENSATION_DOUBLED', 'Either a handler undoes it or a person does.', at);
  checkLimits(compensationTask.timeLimits ?? [], [...at, 'timeLimits'], find);
}

/** Only what a handler does, or an outside system is given, is tried again; without end nothing is. */
function checkRetry({ kind, compensation, retry }: StepDefinition, path: (string | number)[], find: Find): void {
  if (!retry) return;
  const { attempts, pauseSeconds, maxPauseSeconds } = retry;
  if (kind !== 'AUTOMATIC' && kind !== 'EXTERNAL' && compensation === null)
    find('RETRY_INVALID', 'Nothing is tried at this step.', path);
  if (!(attempts >= 1 && attempts <= MOST_ATTEMPTS))
    find('RETRY_INVALID', `It is tried 1 to ${MOST_ATTEMPTS} times.`, [...path, 'attempts']);
  if (!(pauseSeconds >= 1 && pauseSeconds <= LONGEST_PAUSE_SECONDS))
    find('RETRY_INVALID', `A pause has 1 to ${LONGEST_PAUSE_SECONDS} seconds.`, [...path, 'pauseSeconds']);
  if (!(maxPauseSeconds >= pauseSeconds && maxPauseSeconds <= LONGEST_PAUSE_SECONDS))
    find('RETRY_INVALID', 'The longest pause is not shorter than the first.', [...path, 'maxPauseSeconds']);
}

/** What a step waits for must be able to come: a step of a template that there is (WFL-22). */
function checkMeetings(
  { steps }: ProcessDefinition,
  { waitFor = [] }: StepDefinition,
  path: (string | number)[],
  known: KnownToProcesses,
  find: Find,
): void {
  waitFor.forEach(({ template, step }, at) => {
    const own = template === known.template;
    if (!own && !known.calls.has(template))
      return find('TEMPLATE_UNKNOWN', `There is no template ${template}.`, [...path, at, 'template']);
    const there = own ? steps.some(({ code }) => code === step) : known.steps.get(template)?.includes(step);
    if (!there) find('STEP_UNKNOWN', `${template} has no step ${step}.`, [...path, at, 'step']);
  });
}

/** A process must not contain itself, over however many others (WFL-04). */
function checkCall(
  called: string | undefined,
  path: (string | number)[],
  { calls, template }: KnownToProcesses,
  find: Find,
): void {
  if (called === undefined || (!calls.has(called) && called !== template))
    return find('TEMPLATE_UNKNOWN', `There is no template ${called ?? 'named'}.`, path);
  const seen = new Set([called]);
  for (const open = [called]; open.length > 0;)
    for (const next of calls.get(open.pop()!) ?? []) if (!seen.has(next)) open.push((seen.add(next), next));
  if (seen.has(template)) find('RECURSION', `${called} contains ${template} itself.`, path);
}

function checkParameters(parameters: readonly ParameterDefinition[], path: (string | number)[], find: Find): void {
  const seen = new Set<string>();
  parameters.forEach(({ name }, index) => {
    if (!NAME.test(name)) find('PARAMETER_INVALID', 'A name is one word.', [...path, index, 'name']);
    if (seen.has(name)) find('PARAMETER_DOUBLED', `${name} is declared twice.`, [...path, index, 'name']);
    seen.add(name);
  });
}

/** One variable has one type, whoever writes it: the process declares it, or the first step that gives it (WFL-12). */
function checkTypes({ variables, steps }: ProcessDefinition, find: Find): void {
  const types = new Map(variables.map(({ name, type }) => [name, type]));
  steps.forEach(({ outputs }, index) =>
    outputs.forEach(({ name, type }, at) => {
      const known = types.get(name) ?? type;
      types.set(name, known);
      if (known !== type)
        find('PARAMETER_TYPES', `${name} is a ${known} elsewhere.`, ['steps', index, 'outputs', at, 'type']);
    }),
  );
}

function checkLimits(limits: readonly TimeLimitDefinition[], path: (string | number)[], find: Find): void {
  const seen = new Set<string | null>();
  limits.forEach(({ grade, minutes, warnMinutes }, index) => {
    if (!(minutes > 0)) find('LIMIT_INVALID', 'A limit has at least one minute.', [...path, index, 'minutes']);
    if (warnMinutes !== null && !(warnMinutes >= 0 && warnMinutes < minutes))
      find('LIMIT_INVALID', 'A warning comes before the limit.', [...path, index, 'warnMinutes']);
    if (seen.has(grade)) find('LIMIT_INVALID', 'One grade has two limits.', [...path, index, 'grade']);
    seen.add(grade);
  });
}
