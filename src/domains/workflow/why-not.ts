import type { Transaction } from '../../kernel/database/transaction.js';
import { describeEnum } from '../../kernel/model/index.js';
import { explainRule } from '../../kernel/rules/index.js';
import { ofAllStaff, type ProcessTemplateVersion } from '../process/index.js';
import { type ApplicableTo, type Choice, priority, specificity, valuesFor } from './published.js';

export enum ProcessTemplateVerdict {
  PICKED = 'PICKED',
  LOWER_PRIORITY = 'LOWER_PRIORITY',
  LESS_SPECIFIC = 'LESS_SPECIFIC',
  PUBLISHED_EARLIER = 'PUBLISHED_EARLIER',
  CONDITION_FAILED = 'CONDITION_FAILED',
  STEP_MISSING = 'STEP_MISSING',
  OTHER_REGION = 'OTHER_REGION',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
}
describeEnum(
  ProcessTemplateVerdict,
  'ProcessTemplateVerdict',
  'What became of a template when one was chosen for an object (WFL-05, WFL-06).',
  {
    PICKED: 'It applies, and a process would start on it.',
    LOWER_PRIORITY: 'It applies, but the one that is picked has a higher priority.',
    LESS_SPECIFIC: 'It applies, but of the same priority the one that is picked joins more conditions.',
    PUBLISHED_EARLIER: 'It applies and is as specific, but the one that is picked was published later.',
    CONDITION_FAILED: 'Its condition does not hold: `conditions` are the parts of it that do not.',
    STEP_MISSING: 'It lacks the step with which the work on such an object is over.',
    OTHER_REGION: 'It is a template of another region than that of the object.',
    NOT_PUBLISHED: 'No version of it is published and valid now.',
  },
);

/** Why a version was not taken for an object, or that it was. */
export interface Verdict {
  version: ProcessTemplateVersion;
  verdict: ProcessTemplateVerdict;
  /** Parts of its condition that do not hold. */
  conditions: string[];
  /** Variables in them that have no value for the object. */
  missing: string[];
}

/** What became of each version that came into question, in the order of their codes. */
export const verdictsOf = (choice: Choice): Verdict[] =>
  choice.considered
    .map((version) => verdictOn(version, choice))
    .sort((a, b) => (a.version.template.code < b.version.template.code ? -1 : 1));

function verdictOn(
  version: ProcessTemplateVersion,
  { version: picked, able, near, applying, values }: Choice,
): Verdict {
  const nothing = { version, conditions: [], missing: [] };
  if (!able.includes(version)) return { ...nothing, verdict: ProcessTemplateVerdict.STEP_MISSING };
  if (!near.includes(version)) return { ...nothing, verdict: ProcessTemplateVerdict.OTHER_REGION };
  if (picked && applying.includes(version)) return { ...nothing, verdict: rank(picked, version) };
  const objections = explainRule(version.applicability ?? 'true', values);
  const missing = objections.flatMap((each) => Object.keys(each.values).filter((name) => each.values[name] === null));
  return {
    ...{ version, verdict: ProcessTemplateVerdict.CONDITION_FAILED, conditions: objections.map(({ text }) => text) },
    missing: [...new Set(missing)].sort(),
  };
}

function rank(picked: ProcessTemplateVersion, version: ProcessTemplateVersion): ProcessTemplateVerdict {
  if (version === picked) return ProcessTemplateVerdict.PICKED;
  if (priority(picked, version) < 0) return ProcessTemplateVerdict.LOWER_PRIORITY;
  return specificity(picked, version) < 0
    ? ProcessTemplateVerdict.LESS_SPECIFIC
    : ProcessTemplateVerdict.PUBLISHED_EARLIER;
}

/** The same for the details of a refusal. */
export const passedOver = (choice: Choice): object[] =>
  verdictsOf(choice).map(({ version: { template, number }, conditions, missing }) => ({
    ...{ code: template.code, number, conditions, missing },
  }));

/** Why none was chosen, as far as all staff may know it, who read it with the process. */
export async function whyNone(tx: Transaction, choice: Choice, object: ApplicableTo): Promise<string> {
  const values = await valuesFor(tx, choice.able, object, ofAllStaff(tx));
  const verdicts = verdictsOf({ ...choice, values });
  return [`No template applies to this ${object.objectType}.`, ...verdicts.map(told)].join(' ');
}

function told({ version: { template, number }, verdict, conditions, missing }: Verdict): string {
  const here = verdict === ProcessTemplateVerdict.OTHER_REGION ? 'it is of another region' : null;
  const failed = conditions.length > 0 ? `not ${conditions.join('; ')}` : 'its condition does not hold';
  const why = verdict === ProcessTemplateVerdict.STEP_MISSING ? 'it lacks a step that is needed' : (here ?? failed);
  return `${template.code} ${number}: ${why}${missing.length > 0 ? ` (without a value: ${missing.join(', ')})` : ''}.`;
}
