import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { Offering, type OfferingStatus } from '../catalogue/index.js';
import { individualPlanInForce } from '../pricing-order/index.js';
import type { SalesRuleStage } from './sales-rule-kind.js';
import type { SalesRuleForm } from './sales-rule.js';

/** An offering to be judged. */
export interface CandidateRow {
  id: string;
  code: string;
  name: string;
  status: OfferingStatus;
  /** Whether it was made for the customer of the sale, and is sold to them at the moment. */
  own: boolean;
  /** Whether its period of sale covers the moment. */
  valid: boolean;
  /** Code of the region that maintains it; null for the headquarters. */
  owner: string | null;
  /** Number of the version that is sold, to which its rules and relations belong. */
  version: number;
}

export interface SalesRuleRow {
  id: string;
  offeringId: string;
  parentId: string | null;
  form: SalesRuleForm;
  kindId: string | null;
  values: readonly string[];
  condition: string | null;
  negate: boolean;
  message: string | null;
}

export interface SalesRuleKindRow {
  id: string;
  code: string;
  name: string;
  stage: SalesRuleStage;
  condition: string;
  message: string;
}

/** Offerings with everything that bears on whether they may be bought. */
export interface QualificationRows {
  offerings: readonly CandidateRow[];
  rules: readonly SalesRuleRow[];
  kinds: readonly SalesRuleKindRow[];
  /** Offerings that exclude one another, or need another one: as they are sold now, and as the customer has bought them (PRD-53). */
  relations: readonly {
    offeringId: string;
    kind: 'EXCLUDE' | 'DEPEND';
    otherId: string;
    other: string;
    name: string;
    /** What says so: an offering in the version that is sold, or on which the customer has it; null for a sale of before versions were kept. */
    judgedBy: { offering: string; version: number | null };
  }[];
}

/** SQL: whether one offering takes the place of another, which then does not stand in its way (PRD-54). */
const upgrades = (offering: string, former: string): string =>
  `exists (select 1 from "offering_relation" "u" where "u"."kind" = 'UPGRADE' and "u"."from_id" = ${former} and "u"."to_id" = ${offering})`;

/** Which offerings are read; all conditions must hold. */
export interface CandidateFilter {
  ids?: readonly string[] | undefined;
  headingId?: string | undefined;
  productLineId?: string | undefined;
  search?: string | undefined;
  afterId?: string | undefined;
  /** At least so many are read, when there are. */
  atLeast: number;
}

/** Numbers of offerings that are read at once; the planner must know them, and each is a statement of its own. */
const STEPS = [21, 51, 101] as const;

/** How many offerings are read at once for at least so many. */
export const readAtOnce = (atLeast: number): number => STEPS.find((step) => step >= atLeast) ?? STEPS.at(-1)!;

const VALID = `"f"."validity_from" <= $1 and ("f"."validity_to" is null or "f"."validity_to" > $1)`;

/** Whether an offering was made for the customer of the sale (PRD-118). */
const OWN = `"f"."status" = 'INDIVIDUAL' and exists (select 1 from "individual_plan" "i" where "i"."offering_id" = "f"."id" and "i"."customer_id" = $2::uuid and ${individualPlanInForce('"i"', '$1')})`;

const judgedBy = (code: string, version: string): string =>
  `json_build_object('offering', ${code}, 'version', ${version}) "judgedBy"`;

const rowsOf = (query: string): string => `coalesce((select json_agg("x") from (${query}) "x"), '[]')`;

const statement = (where: string, limit: number): string => `
  with "o" as materialized (
    select "f"."id", "f"."code", "f"."name", "f"."status", ${VALID} "valid", ${OWN} "own", "f"."owner_id",
      coalesce((select "v"."number" from "offering_version" "v" where "v"."offering_id" = "f"."id" and "v"."validity_to" is null), 1) "version"
    from "offering" "f" where ${where} order by "f"."id" limit ${limit}
  ), "held" as materialized (
    select distinct "i"."offering_id", "v"."number", "v"."content"->'relations' "relations" from "offering_instance" "i"
    left join "offering_version" "v" on "v"."id" = "i"."offering_version_id"
    where "i"."customer_id" = $2::uuid and "i"."status" in ('ACTIVE', 'BROKEN')
  ), "rule" as materialized (
    select "r".* from "o" join "sales_rule" "r" on "r"."offering_id" = "o"."id"
  )
  select json_build_object(
    'offerings', ${rowsOf(`
      select "o"."id", "o"."code", "o"."name", "o"."status", "o"."valid", "o"."own", "o"."version", "w"."code" "owner"
      from "o" left join "region" "w" on "w"."id" = "o"."owner_id" order by "o"."id"`)},
    'rules', ${rowsOf(`
      select "id", "offering_id" "offeringId", "parent_id" "parentId", "form", "kind_id" "kindId", "values", "condition", "negate", "message"
      from "rule" order by "position", "id"`)},
    'kinds', ${rowsOf(`
      select "k"."id", "k"."code", "k"."name", "k"."stage", "k"."condition", "k"."message"
      from "sales_rule_kind" "k" where "k"."id" in (select "kind_id" from "rule")`)},
    'relations', ${rowsOf(`
      select "o"."id" "offeringId", "l"."kind", "l"."to_id" "otherId", "t"."code" "other", "t"."name", ${judgedBy('"o"."code"', '"o"."version"')}
      from "o" join "offering_relation" "l" on "l"."from_id" = "o"."id" and "l"."kind" in ('EXCLUDE', 'DEPEND')
      join "offering" "t" on "t"."id" = "l"."to_id" where not ${upgrades('"o"."id"', '"l"."to_id"')}
      union all
      select "o"."id", 'EXCLUDE', "h"."offering_id", "t"."code", "t"."name", ${judgedBy('"t"."code"', '"h"."number"')}
      from "o" cross join "held" "h" join "offering" "t" on "t"."id" = "h"."offering_id"
      where "h"."relations" @> jsonb_build_array(jsonb_build_object('kind', 'EXCLUDE', 'to', "o"."code"))
        and not ${upgrades('"o"."id"', '"h"."offering_id"')}
      union all
      select "o"."id", 'EXCLUDE', "h"."offering_id", "t"."code", "t"."name", ${judgedBy('"t"."code"', 'null')}
      from "o" join "offering_relation" "l" on "l"."to_id" = "o"."id" and "l"."kind" = 'EXCLUDE'
      join "held" "h" on "h"."offering_id" = "l"."from_id" and "h"."relations" is null
      join "offering" "t" on "t"."id" = "l"."from_id" where not ${upgrades('"o"."id"', '"l"."from_id"')}`)}
  ) "found"`;

/** Reads offerings in the order of their keys, with their rules of sale and relations, in one statement. */
export async function readQualificationRows(
  { database, caller }: Pick<CallContext, 'database' | 'caller'>,
  filter: CandidateFilter,
  at: Date,
  customerId: string | null,
): Promise<QualificationRows> {
  const values: unknown[] = [at, customerId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { ids, headingId, productLineId, search, afterId } = filter;
  const conditions = [
    ids
      ? `"f"."id" = any(${bind(ids)}::uuid[])`
      : `"f"."status" in ('IN_USE', 'INDIVIDUAL') and ("f"."status" = 'IN_USE' or ${OWN}) and ${VALID}`,
    ...(headingId
      ? [
          `"f"."id" in (select "e"."offering_id" from "catalogue_entry" "e" where "e"."heading_id" = ${bind(headingId)})`,
        ]
      : []),
    ...(productLineId ? [`"f"."product_line_id" = ${bind(productLineId)}`] : []),
    ...(search ? [`"f"."name" ilike ${bind(`%${search.replace(/[\\%_]/g, '\\$&')}%`)}`] : []),
    ...(afterId ? [`"f"."id" > ${bind(afterId)}`] : []),
    visibleRows(Offering, caller, '"f"', bind),
  ];
  const limit = readAtOnce(filter.atLeast);
  const shape = [ids, headingId, productLineId, search, afterId].map((part) => (part ? 1 : 0)).join('');
  const { rows } = await database.pool.query<{ found: QualificationRows }>({
    name: `qualification_${caller.kind}_${shape}_${limit}`,
    text: statement(conditions.join(' and '), limit),
    values,
  });
  return rows[0]!.found;
}
