import type { Transaction } from '../../kernel/database/transaction.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import {
  ANY_TYPE,
  conditionValues,
  type ConditionSubject,
  type Eyes,
  everything,
  ProcessTemplate,
  ProcessTemplateVersion,
  ProcessVersionStatus,
} from '../process/index.js';
import { Region } from '../region/index.js';
import { compiledVersion } from './versions.js';

/** The version of a template that makes instances now. */
export async function publishedVersion(tx: Transaction, code: string): Promise<ProcessTemplateVersion | null> {
  const template = await tx.em.findOne(ProcessTemplate, { code });
  return template && publishedVersionOf(tx, template);
}

/** The version of a template at hand that makes instances now. */
export const publishedVersionOf = (tx: Transaction, { id }: ProcessTemplate): Promise<ProcessTemplateVersion | null> =>
  tx.em.findOne(ProcessTemplateVersion, { template: id, ...valid(tx.at) }, { populate: ['template'] });

const valid = (at: Date) => ({
  status: ProcessVersionStatus.PUBLISHED,
  instanceOwn: false,
  validity: { from: { $lte: at } },
  $or: [{ validity: { to: null } }, { validity: { to: { $gt: at } } }],
});

/** What applicability rules may ask for, and which templates come into question. */
export interface ApplicableTo extends ConditionSubject {
  objectType: string;
  /** Leaves out templates for any type of object. */
  ownTemplatesOnly?: boolean;
  /** Leaves out templates without a step that this handler does. */
  handler?: string;
}

/** What was chosen for an object, and out of what. */
export interface Choice {
  /** The version that was chosen; null when none applies. */
  version: ProcessTemplateVersion | null;
  /** All published versions for its type. */
  considered: ProcessTemplateVersion[];
  /** Those of them with the step that the domain needs. */
  able: ProcessTemplateVersion[];
  /** Those of them that are for the region of the object. */
  near: ProcessTemplateVersion[];
  /** Those of them whose conditions hold, the best first. */
  applying: ProcessTemplateVersion[];
  /** What the conditions were asked about. */
  values: Readonly<Record<string, unknown>>;
}

/**
 * Chooses the version that applies to an object (WFL-05, WFL-35): of those whose rule holds the one with the highest priority, then the one
 * with the most conditions, then the newest.
 */
export async function chooseVersion(tx: Transaction, object: ApplicableTo, eyes = everything(tx)): Promise<Choice> {
  const { handler } = object;
  const considered = await tx.em.find(
    ProcessTemplateVersion,
    { ...valid(tx.at), template: { objectType: { $in: typesFor(object) } } },
    { populate: ['template', 'template.region'] },
  );
  const able = handler ? await thoseDoing(tx, considered, handler) : considered;
  const values = await valuesFor(tx, able, object, eyes);
  const holds = ({ applicability }: ProcessTemplateVersion) => !applicability || ruleHolds(applicability, values);
  const near = await thoseFor(tx, able, object.region);
  const applying = near.filter(holds).sort((a, b) => priority(a, b) || specificity(a, b) || later(a, b));
  return { version: applying[0] ?? null, considered, able, near, applying, values };
}

/** Of versions those whose templates are for objects of a region: its own, those around it, and those for everywhere. @param code null for no region */
async function thoseFor(
  tx: Transaction,
  versions: ProcessTemplateVersion[],
  code: string | null,
): Promise<ProcessTemplateVersion[]> {
  if (versions.every(({ template }) => !template.region)) return versions;
  const path = code === null ? '' : ((await tx.em.findOne(Region, { code }))?.path ?? '');
  return versions.filter(({ template }) => !template.region || path.startsWith(template.region.path));
}

/** Types of the templates that come into question for an object. */
export const typesFor = ({ objectType, ownTemplatesOnly }: ApplicableTo): string[] =>
  ownTemplatesOnly ? [objectType] : [objectType, ANY_TYPE];

/** Values of what the conditions of versions name for an object, as far as somebody sees it. */
export const valuesFor = (
  tx: Transaction,
  versions: readonly ProcessTemplateVersion[],
  object: ApplicableTo,
  eyes: Eyes,
): Promise<Record<string, unknown>> =>
  conditionValues(
    tx,
    versions.flatMap(({ applicability }) => applicability ?? []),
    object,
    eyes,
  );

/** Of versions those with a step that a handler does. */
async function thoseDoing(tx: Transaction, versions: readonly ProcessTemplateVersion[], handler: string) {
  const doing: ProcessTemplateVersion[] = [];
  for (const version of versions)
    if ((await compiledVersion(tx.em, version.id)).definition.steps.some((step) => step.handler === handler))
      doing.push(version);
  return doing;
}

type Preference = (a: ProcessTemplateVersion, b: ProcessTemplateVersion) => number;

/** What is preferred of two versions that apply: below zero for the first. */
export const priority: Preference = (a, b) => b.template.priority - a.template.priority;
export const specificity: Preference = (a, b) => b.specificity - a.specificity;
const later: Preference = (a, b) =>
  (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0) || (a.id < b.id ? 1 : -1);
