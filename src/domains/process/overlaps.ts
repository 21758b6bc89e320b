import type { EntityManager } from '@mikro-orm/postgresql';
import type { DefinitionFinding } from '../../kernel/process/index.js';
import { compareRules, type RuleVariables } from '../../kernel/rules/index.js';
import { ruleVariablesOf } from './applicability.js';
import { ANY_TYPE, type ProcessTemplate } from './process-template.js';
import type { ProcessTemplateVersion } from './process-template-version.js';

/** Published versions of other templates for the same type of objects, with the same priority, at the same time. */
const RIVALS = `
  select "v"."id", "t"."code", "v"."number", "v"."applicability", "v"."specificity", "t"."object_type" as "objectType"
  from "process_template_version" "v" join "process_template" "t" on "t"."id" = "v"."template_id"
    left join "region" "r" on "r"."id" = "t"."region_id" left join "region" "own" on "own"."id" = ?::uuid
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own" and "t"."id" <> ? and "t"."priority" = ?
    and ("r"."id" is null or "own"."id" is null or starts_with("r"."path", "own"."path") or starts_with("own"."path", "r"."path"))
    and ("t"."object_type" = ? or "t"."object_type" = 'ANY' or ? = 'ANY')
    and ("v"."validity_to" is null or "v"."validity_to" > ?) and (?::timestamptz is null or "v"."validity_from" < ?)
  order by "t"."code", "v"."number"`;

interface Rival {
  id: string;
  code: string;
  number: number;
  applicability: string | null;
  specificity: number;
  objectType: string;
}

/** A version that may apply to the same objects as another, with the same priority. */
export interface Overlap {
  id: string;
  code: string;
  number: number;
  /** Whether there can be objects to which both apply; false when their conditions cannot be told apart. */
  certain: boolean;
}

/**
 * Published versions with which a version of a template competes (WFL-08): both may apply to an object, and neither comes first by its
 * priority, nor as one that is for some of the objects of the other and has more conditions.
 */
export async function overlapsOf(
  em: EntityManager,
  version: ProcessTemplateVersion,
  template: ProcessTemplate,
): Promise<Overlap[]> {
  const { applicability = null, validity } = version;
  const rivals = await em.execute<Rival[]>(RIVALS, [
    ...[template.region?.id ?? null, template.id, template.priority, template.objectType, template.objectType],
    ...[validity.from, validity.to, validity.to],
  ]);
  if (rivals.length === 0) return [];
  const texts = [applicability, ...rivals.map((rival) => rival.applicability)].filter((text) => text !== null);
  const variables = await ruleVariablesOf(em, texts);
  return rivals.flatMap((rival) => {
    const certain = meet(version, rival, typeOfBoth(template.objectType, rival.objectType), variables);
    return certain === null ? [] : [{ id: rival.id, code: rival.code, number: rival.number, certain }];
  });
}

/** The type of the objects of two templates; null when they are for all. */
const typeOfBoth = (one: string, other: string): string | null =>
  [one, other].find((type) => type !== ANY_TYPE) ?? null;

/** Whether two versions compete: true when there can be objects for both, false when that cannot be told, null when they do not. */
function meet(
  { applicability = null, specificity }: Pick<ProcessTemplateVersion, 'applicability' | 'specificity'>,
  rival: Rival,
  objectType: string | null,
  variables: RuleVariables,
): boolean | null {
  const only: Record<string, readonly unknown[]> = objectType === null ? {} : { objectType: [objectType] };
  const relation = compareRules(applicability, rival.applicability, variables, only);
  if (relation === 'APART') return null;
  if (relation === 'INSIDE' && specificity > rival.specificity) return null;
  if (relation === 'AROUND' && specificity < rival.specificity) return null;
  return relation !== 'UNCLEAR';
}

/** Most versions that are told of. */
const MOST = 20;

/**
 * Warnings of what a version would compete with if it were published. Templates for all objects without a condition are started by their
 * names, and nothing is said of them.
 */
export async function overlapFindings(
  em: EntityManager,
  version: ProcessTemplateVersion,
  template: ProcessTemplate,
): Promise<DefinitionFinding[]> {
  if (!version.applicability && template.objectType === ANY_TYPE) return [];
  const overlaps = await overlapsOf(em, version, template);
  return overlaps.slice(0, MOST).map(({ code, number, certain }) => ({
    code: certain ? 'APPLICABILITY_OVERLAP' : 'APPLICABILITY_UNCLEAR',
    message: certain
      ? `Version ${number} of ${code} applies to some of the same objects, with the same priority.`
      : `The conditions cannot be told apart from those of version ${number} of ${code}, which has the same priority.`,
    path: ['applicability'],
    severity: 'WARNING',
  }));
}
