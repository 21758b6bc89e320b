import type { Transaction } from '../../kernel/database/transaction.js';
import { explainRule, ruleHolds } from '../../kernel/rules/index.js';
import {
  ANY_TYPE,
  conditionValues,
  type ConditionSubject,
  ProcessTemplate,
  ProcessTemplateVersion,
  ProcessVersionStatus,
} from '../process/index.js';
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

/** Why a version was not taken for an object. */
export interface PassedOver {
  code: string;
  number: number;
  /** Parts of its condition that do not hold; none when it lacks the step that the domain needs. */
  conditions: string[];
  /** Variables in them that have no value for the object. */
  missing: string[];
}

/** The version that was chosen for an object, and those that do not apply. */
export interface Choice {
  version: ProcessTemplateVersion | null;
  /** In the order of their codes. */
  passedOver: PassedOver[];
}

/**
 * Chooses the version that applies to an object (WFL-05, WFL-35): of those whose rule holds the one with the highest priority, then the one
 * with the most conditions, then the newest.
 */
export async function chooseVersion(tx: Transaction, object: ApplicableTo): Promise<Choice> {
  const { objectType, ownTemplatesOnly, handler } = object;
  const types = ownTemplatesOnly ? [objectType] : [objectType, ANY_TYPE];
  const versions = await tx.em.find(
    ProcessTemplateVersion,
    { ...valid(tx.at), template: { objectType: { $in: types } } },
    { populate: ['template'] },
  );
  const doing = handler ? await thoseDoing(tx, versions, handler) : versions;
  const rules = doing.flatMap(({ applicability }) => applicability ?? []);
  const values = await conditionValues(tx.em, rules, object);
  const holds = ({ applicability }: ProcessTemplateVersion) => !applicability || ruleHolds(applicability, values);
  const [version = null] = doing
    .filter(holds)
    .sort((a, b) => b.template.priority - a.template.priority || b.specificity - a.specificity || later(a, b));
  // Worked out only where somebody asks.
  const passedOver = () =>
    versions
      .filter((each) => !doing.includes(each) || !holds(each))
      .map((each) => whyNot(each, doing.includes(each) ? values : null))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    version,
    get passedOver() {
      return passedOver();
    },
  };
}

function whyNot(
  { template: { code }, number, applicability }: ProcessTemplateVersion,
  values: Readonly<Record<string, unknown>> | null,
): PassedOver {
  const objections = values && applicability ? explainRule(applicability, values) : [];
  const missing = objections.flatMap((each) => Object.keys(each.values).filter((name) => each.values[name] === null));
  return { code, number, conditions: objections.map(({ text }) => text), missing: [...new Set(missing)].sort() };
}

/** Why none was chosen, for a person. */
export const whyNone = ({ passedOver }: Choice, objectType: string): string =>
  [
    `No template applies to this ${objectType}.`,
    ...passedOver.map(({ code, number, conditions, missing }) => {
      const why = conditions.length > 0 ? `not ${conditions.join('; ')}` : 'it lacks a step that is needed';
      return `${code} ${number}: ${why}${missing.length > 0 ? ` (without a value: ${missing.join(', ')})` : ''}.`;
    }),
  ].join(' ');

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
