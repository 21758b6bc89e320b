import type { Transaction } from '../../kernel/database/transaction.js';
import { ruleHolds } from '../../kernel/rules/index.js';
import { ProcessTemplate, ProcessTemplateVersion, ProcessVersionStatus } from '../process/index.js';
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

/** What applicability rules may ask for. */
export interface ApplicableTo {
  objectType: string;
  handlingGrade: string | null;
  /** Code of the region. */
  region: string | null;
  variables: Readonly<Record<string, unknown>>;
  /** Leaves out templates for any type of object. */
  ownTemplatesOnly?: boolean;
  /** Leaves out templates without a step that this handler does. */
  handler?: string;
}

/**
 * The version that applies to an object (WFL-05, WFL-35): of those whose rule holds the one with the highest priority, then the one with
 * the most conditions, then the newest.
 */
export async function applicableVersion(tx: Transaction, object: ApplicableTo): Promise<ProcessTemplateVersion | null> {
  const { objectType, handlingGrade, region, variables, ownTemplatesOnly, handler } = object;
  const types = ownTemplatesOnly ? [objectType] : [objectType, 'ANY'];
  const versions = await tx.em.find(
    ProcessTemplateVersion,
    { ...valid(tx.at), template: { objectType: { $in: types } } },
    { populate: ['template'] },
  );
  const values = { ...variables, objectType, handlingGrade, region, variables };
  const doing = handler ? await thoseDoing(tx, versions, handler) : versions;
  return (
    doing
      .filter(({ applicability }) => !applicability || ruleHolds(applicability, values))
      .sort((a, b) => b.template.priority - a.template.priority || b.specificity - a.specificity || later(a, b))[0] ??
    null
  );
}

/** Of versions those with a step that a handler does. */
async function thoseDoing(tx: Transaction, versions: readonly ProcessTemplateVersion[], handler: string) {
  const doing: ProcessTemplateVersion[] = [];
  for (const version of versions)
    if ((await compiledVersion(tx.em, version.id)).definition.steps.some((step) => step.handler === handler))
      doing.push(version);
  return doing;
}

const later = (a: ProcessTemplateVersion, b: ProcessTemplateVersion): number =>
  (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0);
