import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse, userError } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  checkDefinition,
  type DefinitionFinding,
  errorsIn,
  type ProcessDefinition,
} from '../../kernel/process/index.js';
import { type Conditions, refuseBadConditions, specificityOf } from './applicability.js';
import { callerFindings } from './callers.js';
import { definitionOf } from './definition-of-input.js';
import { readDefinition, writeDefinition } from './definition-rows.js';
import { type DefinitionUse, knownTo } from './known.js';
import { refuseDoubled } from './refuse-doubled.js';
import { isObjectType, refuseUnknownType } from './object-types.js';
import { overlapFindings } from './overlaps.js';
import { ProcessDispatchMode, ProcessVersionStatus, ProcessWorkKind } from './process.enums.js';
import { ANY_TYPE, ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { processVersionLifecycle } from './process-version.lifecycle.js';
import type {
  ProcessTemplateCreateInput,
  ProcessVersionCreateInput,
  ProcessVersionEditInput,
} from './template.inputs.js';
import { refuseForeignTemplate, regionOfNew } from './template-region.js';
import { refuseWithoutVerdict } from './without-verdict.js';

/** A draft, and what is wrong with it as it is now (WFL-02). */
export interface DraftWithFindings {
  version: ProcessTemplateVersion;
  findings: DefinitionFinding[];
}

/** Where the definition of a draft is given. */
const DEFINITION = ['input', 'definition'];

/** Makes a template with a draft, empty, given, or copied from any version of any template (WFL-01, WFL-03). */
export function createTemplate(context: CallContext, input: ProcessTemplateCreateInput): Promise<DraftWithFindings> {
  return context.database.write(context, async (tx) => {
    const definition = input.definition ? definitionOf(input.definition, input.name) : null;
    if (definition) refuseDoubled(definition, DEFINITION);
    if (input.objectType && !isObjectType(input.objectType))
      refuseUnknownType(input.objectType, ['input', 'objectType']);
    const source = input.copyOfId
      ? await tx.get(ProcessTemplateVersion, input.copyOfId, ['input', 'copyOfId'], { lock: false })
      : null;
    const origin = source ? await tx.em.findOneOrFail(ProcessTemplate, source.template.id) : null;
    const region = await regionOfNew(tx, input.regionId);
    // Two that take the same code at the same moment meet here.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`process-template ${input.code}`]);
    if (await tx.em.findOne(ProcessTemplate, { code: input.code }))
      refuse('CODE_TAKEN', 'There is a template with this code.', ['input', 'code']);
    const template = Object.assign(new ProcessTemplate(), {
      code: input.code,
      name: input.name,
      description: input.description ?? origin?.description ?? null,
      functionalDomain: input.functionalDomain ?? origin?.functionalDomain ?? 'general',
      objectType: input.objectType ?? origin?.objectType ?? ANY_TYPE,
      priority: input.priority ?? origin?.priority ?? 0,
      workKind: input.workKind ?? origin?.workKind ?? ProcessWorkKind.WORK_ORDER,
      dispatchMode: input.dispatchMode ?? origin?.dispatchMode ?? ProcessDispatchMode.REALTIME,
      ...{ origin, region },
    });
    tx.add(template);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'process-template.created',
      subject: template,
      data: { code: template.code },
    });
    return addVersion(tx, template, source, null, definition);
  });
}

/** Makes the next draft of a template. @param definition what it does; null copies it from the version on which it is based */
export function createVersion(
  context: CallContext,
  input: ProcessVersionCreateInput,
  definition: ProcessDefinition | null = null,
): Promise<DraftWithFindings> {
  return context.database.write(context, async (tx) => {
    const template = await tx.get(ProcessTemplate, input.templateId, ['input', 'templateId']);
    await refuseForeignTemplate(tx, template, ['input', 'templateId']);
    const source = input.copyOfId
      ? await tx.get(ProcessTemplateVersion, input.copyOfId, ['input', 'copyOfId'], { lock: false })
      : await tx.em.findOne(
          ProcessTemplateVersion,
          { template: template.id, instanceOwn: false },
          { orderBy: { number: 'desc' } },
        );
    return addVersion(tx, template, source, input.changeReason ?? null, definition);
  });
}

async function addVersion(
  tx: Transaction,
  template: ProcessTemplate,
  source: ProcessTemplateVersion | null,
  changeReason: string | null,
  definition: ProcessDefinition | null,
): Promise<DraftWithFindings> {
  const newest = await tx.em.findOne(
    ProcessTemplateVersion,
    { template: template.id, instanceOwn: false },
    { orderBy: { number: 'desc' } },
  );
  const version = Object.assign(new ProcessTemplateVersion(), {
    ...{ template, changeReason, basedOn: source },
    number: (newest?.number ?? 0) + 1,
    validity: TimePeriod.since(tx.at),
    applicability: source?.applicability ?? null,
    gradeRule: source?.gradeRule ?? null,
    responsibleKind: source?.responsibleKind ?? null,
    responsibleCode: source?.responsibleCode ?? null,
    specificity: source?.specificity ?? 0,
    createdBy: tx.caller.subject,
  });
  processVersionLifecycle.begin(tx, tx.add(version), { reason: changeReason });
  const content = definition ?? (source ? await readDefinition(tx.em, source.id, template.name) : null);
  await tx.em.flush();
  if (content) await writeDefinition(tx.em, version.id, content, tx.at);
  return { version, findings: await draftFindings(tx, version, template, content) };
}

/** What is wrong with a draft, what would not fit it any more, and with what it competes. @param given what it does; null for nothing yet */
async function draftFindings(
  { em }: Transaction,
  version: ProcessTemplateVersion,
  template: ProcessTemplate,
  given: ProcessDefinition | null,
): Promise<DefinitionFinding[]> {
  const definition = given ?? (await readDefinition(em, version.id, template.name));
  const callers = given ? await callerFindings(em, template, given.variables) : [];
  return [
    ...checkDefinition(definition, await knownTo(em, template.code, definition)),
    ...callers,
    ...(await overlapFindings(em, version, template)),
  ];
}

/** Changes a draft. What is wrong with it is told by `findings` and refused only when it is to be used (WFL-02). */
export function editVersion(context: CallContext, input: ProcessVersionEditInput): Promise<DraftWithFindings> {
  return context.database.write(context, async (tx) => {
    const version = await tx.get(ProcessTemplateVersion, input.versionId, ['input', 'versionId']);
    await refuseForeignTemplate(tx, version.template, ['input', 'versionId']);
    if (version.status !== ProcessVersionStatus.DRAFT || version.instanceOwn)
      refuse('INVALID_STATE', 'Only a draft can be edited.', ['input', 'versionId'], { state: version.status });
    if (typeof input.revision === 'number' && input.revision !== version.revision)
      refuse('VERSION_CONFLICT', 'The draft was edited by someone else; read it again.', ['input', 'revision'], {
        expected: input.revision,
        actual: version.revision,
      });
    const template = await tx.em.findOneOrFail(ProcessTemplate, version.template.id);
    const before = await readDefinition(tx.em, version.id, template.name);
    const after = input.definition ? definitionOf(input.definition, template.name) : before;
    if (input.definition) refuseDoubled(after, DEFINITION);
    setAttributes(version, input);
    await refuseBadConditions(tx, given(version, input), template.objectType, {
      ...{ applicability: ['input', 'applicability'], gradeRule: ['input', 'gradeRule'] },
    });
    await setResponsible(tx, version, input);
    version.revision++;
    if (input.definition) await writeDefinition(tx.em, version.id, after, tx.at);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'process-version.edited',
      subject: version,
      reason: input.changeReason ?? null,
      data: {
        revision: version.revision,
        applicability: version.applicability ?? null,
        gradeRule: version.gradeRule ?? null,
        ...(input.definition ? { before, after } : {}),
      },
    });
    const findings = checkDefinition(after, await knownTo(tx.em, template.code, after));
    const callers = input.definition ? await callerFindings(tx.em, template, after.variables) : [];
    return { version, findings: [...findings, ...callers, ...(await overlapFindings(tx.em, version, template))] };
  });
}

/** Conditions that an edit says; those that it leaves as they are are looked at when the version is to be used. */
const given = (version: ProcessTemplateVersion, input: ProcessVersionEditInput): Conditions => ({
  ...(typeof input.applicability === 'string' ? { applicability: version.applicability } : {}),
  ...(typeof input.gradeRule === 'string' ? { gradeRule: version.gradeRule } : {}),
});

function setAttributes(version: ProcessTemplateVersion, input: ProcessVersionEditInput): void {
  if (typeof input.applicability === 'string') {
    const text = input.applicability.trim() || null;
    version.applicability = text;
    version.specificity = text ? specificityOf(text) : 0;
  }
  if (typeof input.gradeRule === 'string') {
    version.gradeRule = input.gradeRule.trim() || null;
  }
  const from = input.validFrom ? new Date(input.validFrom) : version.validity.from;
  const to = input.validTo ? new Date(input.validTo) : version.validity.to;
  if (to && to <= from) refuse('BEFORE_START', 'The validity ends after it begins.', ['input', 'validTo']);
  version.validity = TimePeriod.since(from, to);
  if (input.changeReason) version.changeReason = input.changeReason;
}

async function setResponsible(
  { em }: Transaction,
  version: ProcessTemplateVersion,
  { responsible }: ProcessVersionEditInput,
): Promise<void> {
  if (!responsible) return;
  const { kind, code } = responsible;
  const known = await knownTo(em, '', { steps: [{ operator: responsible }] as never });
  if (!known.isOperator(kind, code))
    refuse('OPERATOR_UNKNOWN', `There is no ${kind} ${code}.`, ['input', 'responsible']);
  Object.assign(version, { responsibleKind: kind, responsibleCode: code });
}

/** What is wrong with a version as things stand. @param use for what it is looked at */
async function findingsOf(
  tx: Transaction,
  version: ProcessTemplateVersion,
  use: DefinitionUse,
): Promise<DefinitionFinding[]> {
  const template = await tx.em.findOneOrFail(ProcessTemplate, version.template.id);
  const definition = await readDefinition(tx.em, version.id, template.name);
  return checkDefinition(definition, await knownTo(tx.em, template.code, definition, use));
}

/**
 * Refuses with every fault of a version, each with its code and its place in the definition or its conditions.
 * @param use for what it must be fit
 */
export async function refuseFaulty(
  tx: Transaction,
  version: ProcessTemplateVersion,
  use: DefinitionUse['kind'],
): Promise<void> {
  // What it is about stays until this is decided.
  const held = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
  const template = await tx.em.findOneOrFail(ProcessTemplate, version.template.id, held);
  const at = ['input', 'versionId'];
  if (!isObjectType(template.objectType)) refuseUnknownType(template.objectType, [...at, 'objectType']);
  const paths = { applicability: [...at, 'applicability'], gradeRule: [...at, 'gradeRule'] };
  await refuseBadConditions(tx, version, template.objectType, paths);
  const definition = await readDefinition(tx.em, version.id, template.code);
  refuseWithoutVerdict(template.objectType, definition, [...at, 'steps']);
  const from = version.validity.from > tx.at ? version.validity.from : tx.at;
  const errors = errorsIn(await findingsOf(tx, version, { kind: use, at: use === 'DRAFT' ? null : from }));
  if (errors.length > 0)
    throw new Refusal(
      errors.map(({ code, message, path }) => userError(code, message, ['input', 'versionId', ...path])),
    );
}
