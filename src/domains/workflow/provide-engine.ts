import type { Transaction } from '../../kernel/database/transaction.js';
import { type ProcessRequest, provideProcessEngine, type StartedProcess } from '../../kernel/process/index.js';
import type { ProcessTemplateVersion } from '../process/index.js';
import { Region } from '../region/index.js';
import { createInstance } from './create-instance.js';
import { leaveToDispatcher } from './exceptions.js';
import { endStep, renewSteps, workOn } from './domain-work.js';
import { holdFor, resumeFor } from './hold-instance.js';
import { holdWork, resumeWork } from './hold-work.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { runLater } from './jobs.js';
import { placeOfObject } from './place-of-object.js';
import { ProcessInstance } from './process-instance.js';
import { chooseVersion, publishedVersion } from './published.js';
import { lockStart, runningFor, startVersion } from './start.service.js';
import { standsAt, standsBefore } from './stands-at.js';
import { terminate } from './terminate.js';
import { compiledVersion } from './versions.js';
import { whyNone } from './why-not.js';
import { ProcessStartMode } from './workflow.enums.js';

/** Starts a process for a domain (WFL-34, WFL-35). */
export async function startForObject(
  tx: Transaction,
  request: ProcessRequest,
  startMode = ProcessStartMode.AUTO,
): Promise<StartedProcess | null> {
  const { objectType, objectId, handlingGrade = null, correlationKey = null, subject = null } = request;
  const region = request.regionId
    ? await tx.em.findOneOrFail(Region, request.regionId)
    : (await placeOfObject(tx, objectType, objectId)).region;
  const given = { ...request.variables };
  const { ownTemplatesOnly = false } = request;
  const asked = {
    ...{ objectType, objectId, handlingGrade, region: region?.code ?? null, variables: given, ownTemplatesOnly },
    ...(request.handler ? { handler: request.handler } : {}),
  };
  const choice = request.template ? null : await chooseVersion(tx, asked);
  const version = choice ? choice.version : await publishedVersion(tx, request.template!);
  if (!version) {
    if (!request.toDispatcher) return null;
    const why = choice ? await whyNone(tx, choice, asked) : `No version of ${request.template} is published now.`;
    return withoutTemplate(tx, { ...request, variables: given }, region, startMode, why);
  }
  const template = version.template.code;
  const running = request.fresh ? null : await runningFor(tx, version, objectId);
  if (running) return started(running, template, false);
  const values = { region, objectType, objectId, subject, handlingGrade, correlationKey, startMode, test: false };
  const variables = await ownVariables(tx, version, given);
  const instance = await startVersion(tx, version, { ...values, variables, startsAt: tx.at }, given);
  return started(instance, template, true);
}

/** An instance for an object to which no template applies: it cannot go on until a dispatcher names one (WFL-35, WFL-39). */
async function withoutTemplate(
  tx: Transaction,
  { objectType, objectId, handlingGrade = null, correlationKey = null, subject = null, variables = {} }: ProcessRequest,
  region: Region | null,
  startMode: ProcessStartMode,
  why: string,
): Promise<StartedProcess> {
  await lockStart(tx, 'none', objectId);
  const where = { template: null, objectId, test: false, parent: null, status: { $in: [...OPEN_INSTANCES] } };
  const waiting = await tx.em.findOne(ProcessInstance, where);
  if (waiting) return started(waiting, null, false);
  const instance = await createInstance(tx, {
    ...{ version: null, region, objectType, objectId, subject, test: false, handlingGrade, correlationKey, startMode },
    ...{ startsAt: null, variables: { ...variables } },
  });
  await leaveToDispatcher(tx, instance, 'NO_TEMPLATE', why);
  return started(instance, null, true);
}

const started = (instance: ProcessInstance, template: string | null, isNew: boolean): StartedProcess => ({
  ...{ instanceId: instance.id, instanceNo: instance.instanceNo, instance, template, isNew },
});

/** Values of the variables that the process has; what else was given served to choose the template. */
async function ownVariables(tx: Transaction, version: ProcessTemplateVersion, given: Record<string, unknown>) {
  const { variables } = (await compiledVersion(tx.em, version.id)).definition;
  const names = new Set(variables.map(({ name }) => name));
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)));
}

/** Ends what runs for an object (WFL-44). */
export async function endForObject(
  tx: Transaction,
  objectType: string,
  objectId: string,
  reason: string,
): Promise<number> {
  const where = { objectType, objectId, parent: null, status: { $in: [...OPEN_INSTANCES] } };
  const running = await tx.em.find(ProcessInstance, where, { orderBy: { id: 'asc' } });
  for (const { id } of running) await terminate(tx, id, reason);
  return running.length;
}

provideProcessEngine({
  start: (tx, request) => startForObject(tx, request),
  end: endForObject,
  terminate: async (tx, instanceId, reason) => void (await terminate(tx, instanceId, reason)),
  ...{ hold: holdFor, resume: resumeFor, wake: runLater, standsAt, standsBefore, endStep, renewSteps, workOn },
  ...{ holdWork, resumeWork },
});
