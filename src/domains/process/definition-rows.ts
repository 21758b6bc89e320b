import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from '../../kernel/model/index.js';
import type {
  AlarmDefinition,
  FlowDefinition,
  MeetingDefinition,
  ParameterDefinition,
  ProcessDefinition,
  StepDefinition,
  TimeLimitDefinition,
} from '../../kernel/process/index.js';
import type { RuleType } from '../../kernel/rules/index.js';
import { ProcessParameterUse, type ProcessValueType } from './process.enums.js';
import { ProcessAlarmRule } from './process-alarm-rule.js';
import { ProcessFlow } from './process-flow.js';
import { ProcessParameter } from './process-parameter.js';
import { ProcessStartAfter } from './process-start-after.js';
import { ProcessStep } from './process-step.js';
import { ProcessTimeLimit } from './process-time-limit.js';

/** `DATE_TIME`, the name of FEEL's `date and time` in the graph. */
export const typeName = (type: RuleType) =>
  (type === 'date and time' ? 'DATE_TIME' : type.toUpperCase()) as ProcessValueType;
export const ruleType = (name: string) => (name === 'DATE_TIME' ? 'date and time' : name.toLowerCase()) as RuleType;

/** Replaces all rows that say what a version does. */
export async function writeDefinition(
  em: EntityManager,
  version: string,
  definition: Omit<ProcessDefinition, 'name'>,
  at: Date,
): Promise<void> {
  const base = () => ({ id: v7(), createdAt: at, updatedAt: at, version });
  for (const noun of [
    ProcessStep,
    ProcessFlow,
    ProcessParameter,
    ProcessTimeLimit,
    ProcessAlarmRule,
    ProcessStartAfter,
  ])
    await em.nativeDelete(noun as never, { version } as never);
  const parameters = (list: readonly ParameterDefinition[], use: ProcessParameterUse, step: string | null) =>
    list.map(({ name, type, required, description, from = null }, place) => ({
      ...base(),
      ...{ step, use, place, name, type: typeName(type), required, description, formula: from },
    }));
  const limits = (list: readonly TimeLimitDefinition[], step: string | null, compensates = false) =>
    list.map((limit, place) => ({ ...base(), countsSuspension: false, ...limit, step, place, compensates }));
  const alarms = (list: readonly AlarmDefinition[] | undefined, step: string | null) =>
    (list ?? []).map(({ recipient, to = null, ...alarm }, place) => ({
      ...{ ...base(), ...alarm, step, place, toStep: to },
      recipientKind: recipient?.kind ?? null,
      recipientCode: recipient?.code ?? null,
    }));
  const { steps, flows } = definition;
  await insert(
    em,
    ProcessStep,
    steps.map((step, place) => ({ ...base(), place, ...stepColumns(step) })),
  );
  await insert(
    em,
    ProcessFlow,
    flows.map(({ from, to, name = null, waypoints = null, ...flow }, place) => ({
      ...{ ...base(), place, source: from, target: to, ...flow },
      ...{ name, waypoints },
    })),
  );
  await insert(em, ProcessParameter, [
    ...parameters(definition.variables, ProcessParameterUse.VARIABLE, null),
    ...steps.flatMap(({ code, inputs }) => parameters(inputs, ProcessParameterUse.INPUT, code)),
    ...steps.flatMap(({ code, outputs }) => parameters(outputs, ProcessParameterUse.OUTPUT, code)),
  ]);
  await insert(em, ProcessTimeLimit, [
    ...limits(definition.timeLimits, null),
    ...steps.flatMap(({ code, timeLimits }) => limits(timeLimits, code)),
    ...steps.flatMap(({ code, compensationTask }) => limits(compensationTask?.timeLimits ?? [], code, true)),
  ]);
  await insert(em, ProcessAlarmRule, [
    ...alarms(definition.alarms, null),
    ...steps.flatMap((step) => alarms(step.alarms, step.code)),
  ]);
  await insert(
    em,
    ProcessStartAfter,
    (definition.startAfter ?? []).map((relation, place) => ({ ...base(), place, ...relation })),
  );
}

const insert = async (em: EntityManager, noun: object, rows: object[]): Promise<void> => {
  if (rows.length > 0) await em.insertMany(noun as never, rows as never);
};

function stepColumns(step: StepDefinition) {
  const { code, name, kind, join, split, operator, handler, subprocess, timer, compensation, rollbackTo } = step;
  return {
    ...{ code, name, kind, join, split, handler, timer, compensation, rollbackTo },
    module: step.module ?? null,
    operatorKind: operator?.kind ?? null,
    operatorCode: operator?.code ?? null,
    externalSystem: step.externalSystem ?? null,
    subprocess: subprocess?.template ?? null,
    subprocessWaits: subprocess?.wait ?? true,
    waitFor: step.waitFor ?? [],
    compensationKind: step.compensationTask?.operator.kind ?? null,
    compensationCode: step.compensationTask?.operator.code ?? null,
    compensationTask: step.compensationTask?.name ?? null,
    attempts: step.retry?.attempts ?? null,
    pauseSeconds: step.retry?.pauseSeconds ?? null,
    maxPauseSeconds: step.retry?.maxPauseSeconds ?? null,
    bounds: step.bounds ?? null,
  };
}

/** What the rows of a version say. */
export async function readDefinition(em: EntityManager, version: string, name: string): Promise<ProcessDefinition> {
  const order = { orderBy: { place: 'asc' }, disableIdentityMap: true } as const;
  const steps = await em.find(ProcessStep, { version }, order);
  const flows = await em.find(ProcessFlow, { version }, order);
  const parameters = await em.find(ProcessParameter, { version }, order);
  const limits = await em.find(ProcessTimeLimit, { version }, order);
  const alarms = await em.find(ProcessAlarmRule, { version }, order);
  const relations = await em.find(ProcessStartAfter, { version }, order);
  const given = (use: ProcessParameterUse, step: string | null) =>
    parameters
      .filter((each) => each.use === use && (each.step ?? null) === step)
      .map(({ name, type, required, description, formula }) => ({
        ...{ name, required, description },
        type: ruleType(type),
        from: formula ?? null,
      }));
  const limitsOf = (step: string | null, compensates = false) =>
    limits
      .filter((each) => (each.step ?? null) === step && each.compensates === compensates)
      .map(({ grade, minutes, workingTime, countsSuspension, warnMinutes }) => ({
        ...{ grade: grade ?? null, minutes, workingTime, countsSuspension },
        warnMinutes: warnMinutes ?? null,
      }));
  const alarmsOf = (step: string | null) =>
    alarms
      .filter((each) => (each.step ?? null) === step)
      .map(({ code, offsetMinutes, level, recipientKind, recipientCode, action, toStep }) => ({
        ...{ code, offsetMinutes, level, action, to: toStep ?? null },
        recipient: recipientKind && recipientCode ? { kind: recipientKind, code: recipientCode } : null,
      }));
  return {
    name,
    steps: steps.map((step) => ({
      ...stepOf(step),
      ...compensationOf(step, limitsOf(step.code, true)),
      inputs: given(ProcessParameterUse.INPUT, step.code),
      outputs: given(ProcessParameterUse.OUTPUT, step.code),
      timeLimits: limitsOf(step.code),
      alarms: alarmsOf(step.code),
    })),
    flows: flows.map(({ source, target, kind, condition, isDefault, priority, name, waypoints }) => ({
      ...{ from: source, to: target, kind, isDefault, priority },
      condition: condition ?? null,
      name: name ?? null,
      waypoints: (waypoints ?? null) as NonNullable<FlowDefinition['waypoints']> | null,
    })),
    variables: given(ProcessParameterUse.VARIABLE, null),
    timeLimits: limitsOf(null),
    alarms: alarmsOf(null),
    startAfter: relations.map(({ template, condition = null, object = null, values = null }) => ({
      ...{ template, condition, object, values },
    })),
  };
}

function stepOf(step: ProcessStep): Omit<StepDefinition, 'inputs' | 'outputs' | 'timeLimits' | 'compensationTask'> {
  const { code, name, kind, join, split, operatorKind, operatorCode } = step;
  return {
    ...{ code, name, kind, join, split },
    operator: operatorKind && operatorCode ? { kind: operatorKind, code: operatorCode } : null,
    handler: step.handler ?? null,
    subprocess: step.subprocess ? { template: step.subprocess, wait: step.subprocessWaits } : null,
    timer: step.timer ?? null,
    compensation: step.compensation ?? null,
    ...retryOf(step),
    rollbackTo: step.rollbackTo ?? null,
    module: step.module ?? null,
    externalSystem: step.externalSystem ?? null,
    waitFor: step.waitFor as MeetingDefinition[],
    bounds: (step.bounds ?? null) as NonNullable<StepDefinition['bounds']> | null,
  };
}

function compensationOf(
  step: ProcessStep,
  timeLimits: readonly TimeLimitDefinition[],
): Pick<StepDefinition, 'compensationTask'> {
  const { compensationKind: kind, compensationCode: code, compensationTask: name = null } = step;
  return { compensationTask: kind && code ? { operator: { kind, code }, name, timeLimits } : null };
}

function retryOf({ attempts, pauseSeconds, maxPauseSeconds }: ProcessStep): Pick<StepDefinition, 'retry'> {
  return { retry: attempts && pauseSeconds && maxPauseSeconds ? { attempts, pauseSeconds, maxPauseSeconds } : null };
}
