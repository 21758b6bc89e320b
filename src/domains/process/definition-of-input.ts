import {
  type AlarmDefinition,
  type CompensationTask,
  type ParameterDefinition,
  type ProcessDefinition,
  type RetryPolicy,
  type StepDefinition,
  type TimeLimitDefinition,
  USUAL_RETRY,
} from '../../kernel/process/index.js';
import type {
  ProcessAlarmInput,
  ProcessCompensationTaskInput,
  ProcessDefinitionInput,
  ProcessParameterInput,
  ProcessRetryInput,
  ProcessStepInput,
  ProcessTimeLimitInput,
} from './definition.inputs.js';
import { ruleType } from './definition-rows.js';

/** The definition that an input says, with what it leaves out filled in. */
export function definitionOf(input: ProcessDefinitionInput, name: string): ProcessDefinition {
  return {
    name,
    steps: input.steps.map(stepOfInput),
    flows: input.flows.map(({ from, to, kind, condition, isDefault, priority, name, waypoints }, index) => ({
      ...{ from, to },
      kind: kind ?? 'SEQUENCE',
      condition: condition ?? null,
      isDefault: isDefault ?? false,
      priority: priority ?? index,
      name: name ?? null,
      waypoints: waypoints?.map(({ x, y }) => ({ x, y })) ?? null,
    })),
    variables: parameters(input.variables),
    timeLimits: limits(input.timeLimits),
    alarms: alarms(input.alarms),
    startAfter: (input.startAfter ?? []).map(({ template, condition, object, values }) => ({
      template,
      condition: condition ?? null,
      object: object ?? null,
      values: values ?? null,
    })),
  };
}

export function stepOfInput(step: ProcessStepInput): StepDefinition {
  const { code, kind, operator, subprocess, bounds } = step;
  return {
    ...{ code, kind },
    name: step.name ?? code,
    join: step.join ?? 'ANY',
    split: step.split ?? 'EXCLUSIVE',
    operator: operator ? { kind: operator.kind, code: operator.code } : null,
    handler: step.handler ?? null,
    subprocess: subprocess ? { template: subprocess.template, wait: subprocess.wait ?? true } : null,
    timer: step.timer ?? null,
    inputs: parameters(step.inputs),
    outputs: parameters(step.outputs),
    timeLimits: limits(step.timeLimits),
    alarms: alarms(step.alarms),
    compensation: step.compensation ?? null,
    compensationTask: undoneBy(step.compensationTask),
    retry: retries(step.retry),
    rollbackTo: step.rollbackTo ?? null,
    module: step.module ?? null,
    externalSystem: step.externalSystem ?? null,
    waitFor: (step.waitFor ?? []).map(({ when, template, step: other }) => ({ when, template, step: other })),
    bounds: bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : null,
  };
}

const undoneBy = (task: ProcessCompensationTaskInput | null | undefined): CompensationTask | null =>
  task
    ? {
        ...{ operator: { kind: task.operator.kind, code: task.operator.code }, name: task.name ?? null },
        timeLimits: limits(task.timeLimits),
      }
    : null;

function retries(retry: ProcessRetryInput | null | undefined): RetryPolicy | null {
  if (!retry) return null;
  const pauseSeconds = retry.pauseSeconds ?? USUAL_RETRY.pauseSeconds;
  const maxPauseSeconds = retry.maxPauseSeconds ?? Math.max(pauseSeconds, USUAL_RETRY.maxPauseSeconds);
  return { attempts: retry.attempts, pauseSeconds, maxPauseSeconds };
}

const parameters = (list: readonly ProcessParameterInput[] | null | undefined): ParameterDefinition[] =>
  (list ?? []).map(({ name, type, required, description, from }) => ({
    name,
    type: ruleType(type),
    required: required ?? false,
    description: description ?? '',
    from: from ?? null,
  }));

const limits = (list: readonly ProcessTimeLimitInput[] | null | undefined): TimeLimitDefinition[] =>
  (list ?? []).map(({ grade, minutes, workingTime, countsSuspension, warnMinutes }) => ({
    grade: grade ?? null,
    minutes,
    workingTime: workingTime ?? false,
    countsSuspension: countsSuspension ?? false,
    warnMinutes: warnMinutes ?? null,
  }));

const alarms = (list: readonly ProcessAlarmInput[] | null | undefined): AlarmDefinition[] =>
  (list ?? []).map(({ code, offsetMinutes, level, recipient, action, to }) => ({
    ...{ code, level, to: to ?? null },
    offsetMinutes: offsetMinutes ?? 0,
    recipient: recipient ? { kind: recipient.kind, code: recipient.code } : null,
    action: action ?? 'NOTIFY',
  }));
