import { evaluateRule } from '../../kernel/rules/index.js';
import {
  checkValues,
  inputsFrom,
  momentOf,
  type StepDefinition,
  stepHandler,
  type Token,
} from '../../kernel/process/index.js';
import { createInstance } from './create-instance.js';
import { type Held, rowOf, stepAt } from './held.js';
import { isRun, runLater, sendLater, wakeAt } from './jobs.js';
import { leaveStep, outputsOf } from './leave-step.js';
import { reportNobody } from './nobody.js';
import { planAlarms } from './limit-alarms.js';
import { dueAt } from './limits.js';
import { ProcessTask } from './process-task.js';
import { showWork } from './show-work.js';
import { runOf } from './step-run.js';
import { taskLifecycle } from './task.lifecycle.js';
import { publishedVersion } from './published.js';
import { compiledVersion, triedVersion } from './versions.js';
import { waitsForTester } from './waits-for-tester.js';
import { ProcessStartMode } from './workflow.enums.js';

/** Lets the work of a step begin to which a token has come (WFL-36, WFL-40). */
export async function beginWork(held: Held, token: Token): Promise<void> {
  const step = stepAt(held, token);
  const row = rowOf(held, token);
  row.dueAt = await dueAt(held, step);
  await planAlarms(held, token, row.dueAt);
  switch (step.kind) {
    case 'HUMAN':
      return addTask(held, token, step);
    case 'EXTERNAL':
      return addTask(held, token, step);
    case 'AUTOMATIC':
      return automatic(held, token, step);
    case 'SUBPROCESS':
      return beginChild(held, token, step);
    case 'TIMER':
      return beginTimer(held, token, step);
    default:
      throw new Error(`Nothing begins at a ${step.kind}.`);
  }
}

/** A handler does it: at once, by a job, or by what its domain begins now. */
async function automatic(held: Held, token: Token, step: StepDefinition): Promise<void> {
  const { tx, instance } = held;
  const handler = stepHandler(step.handler!);
  if (waitsForTester(step, instance)) return addTask(held, token, step);
  if (handler?.begin) return showWork(held, token, await handler.begin(tx, runOf(held, token)));
  const atOnce = handler?.inline === 'ALWAYS' || (handler?.inline === 'IN_RUN' && isRun(tx, instance.id));
  if (!handler?.run || !atOnce) return runLater(tx, instance.id);
  leaveStep(held, token, outputsOf(held, token, (await handler.run(tx, runOf(held, token))) ?? {}));
}

async function addTask(held: Held, token: Token, step: StepDefinition): Promise<void> {
  const { tx, instance, course } = held;
  const row = rowOf(held, token);
  const task = Object.assign(new ProcessTask(), {
    ...{ instance, token: row, step: step.code, name: step.name, region: instance.region ?? null },
    taskNo: `${instance.instanceNo}-${token.seq}`,
    operatorKind: step.kind === 'HUMAN' ? step.operator!.kind : null,
    operatorCode: step.kind === 'HUMAN' ? step.operator!.code : step.handler!,
    inputs: inputsFrom(step.inputs, course.scope),
    ...{ arrivedAt: tx.at, dueAt: row.dueAt, result: null },
  });
  taskLifecycle.begin(tx, tx.add(task), { data: { instanceNo: instance.instanceNo, step: step.code } });
  if (step.kind === 'HUMAN') {
    await taskLifecycle.move(tx, task, 'dispatch');
    return reportNobody(tx, task, instance);
  }
  // In a test outside systems are told nothing; whoever tests answers in their place (WFL-27).
  if (!instance.test) sendLater(tx, task.id);
}

/** Another process does the step (WFL-04); it begins by a job of its own, so that both are never locked by one operation. */
async function beginChild(held: Held, token: Token, step: StepDefinition): Promise<void> {
  const { tx, instance, course } = held;
  const { template, wait } = step.subprocess!;
  const stuck = (code: 'NO_NEXT_STEP' | 'WRONG_VALUES', message: string) => {
    course.set(token, { status: 'STUCK' });
    course.troubles.push({ token, code, message });
  };
  // A test tries what it calls as well (WFL-27).
  const tried = instance.test ? await triedVersion(tx, template) : null;
  const version = tried ?? (await publishedVersion(tx, template));
  if (!version) return stuck('NO_NEXT_STEP', `No version of ${template} is published.`);
  const variables = inputsFrom(step.inputs, course.scope);
  const { definition } = await compiledVersion(tx.em, version.id);
  const faults = checkValues(definition.variables, variables);
  if (faults.length > 0) return stuck('WRONG_VALUES', `${template}: ${faults.map(({ message }) => message).join(' ')}`);
  const child = await createInstance(tx, {
    version,
    ...{ region: instance.region ?? null, subject: instance.subject ?? null, test: instance.test },
    objectType: instance.objectType ?? null,
    objectId: instance.objectId ?? null,
    handlingGrade: instance.handlingGrade ?? null,
    correlationKey: instance.correlationKey ?? null,
    startMode: ProcessStartMode.SUBPROCESS,
    startsAt: tx.at,
    variables,
    parent: instance,
    parentToken: wait ? token.id : null,
    parentVisit: token.id,
  });
  runLater(tx, child.id);
  if (!wait) course.complete(token);
}

async function beginTimer(held: Held, token: Token, step: StepDefinition): Promise<void> {
  const { tx, instance, course } = held;
  const until = momentOf(evaluateRule(step.timer!, course.scope).value, tx.at);
  if (!until) {
    course.set(token, { status: 'STUCK' });
    course.troubles.push({ token, code: 'NO_NEXT_STEP', message: `The timer ${step.code} has no moment.` });
    return;
  }
  rowOf(held, token).wakesAt = until;
  wakeAt(tx, instance.id, token.id, until);
}
