import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import {
  Offering,
  type OfferingRelationKind,
  type OfferingStatus,
  type ProductRelationKind,
  type Selection,
} from '../catalogue/index.js';
import { ProductInstanceStatus } from '../inventory/index.js';
import { individualPlanInForce } from '../pricing-order/index.js';
import type { BundledProduct, SoldProduct } from './opened-products.js';
import { pendingSales } from './pending-sales.js';
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

/** Offerings with their rules of sale. */
export interface RuleRows {
  offerings: readonly CandidateRow[];
  rules: readonly SalesRuleRow[];
  kinds: readonly SalesRuleKindRow[];
}

/** A product, and whether the service INSTALL is offered on it. */
export interface ProductRow extends SoldProduct {
  installable: boolean;
}

/** How often a customer has a product with an offering under a plan. */
export interface HeldProductRow {
  productId: string;
  /** Null where nothing can take its place, such as what is on its way. */
  offeringId: string | null;
  planId: string | null;
  count: number;
}

/** How often a customer has an offering under a plan, on a version by which it excludes another one (PRD-53). */
export interface ExclusionRow extends Omit<HeldProductRow, 'productId'> {
  fromId: string;
  fromCode: string;
  fromName: string;
  toId: string;
  /** Number of the version; of the present one for what was sold before versions were kept. */
  version: number;
}

/** Offerings with everything that bears on whether they may be bought. */
export interface QualificationRows extends RuleRows {
  /** Keys of those that were asked for; the others are needed by them, or bought with them. */
  askedIds: readonly string[];
  /** What the offerings exclude or need, as they are sold now, and the number of the version that says so. */
  relations: readonly {
    kind: OfferingRelationKind;
    fromId: string;
    fromCode: string;
    fromName: string;
    toId: string;
    toCode: string;
    toName: string;
    version: number;
  }[];
  /** What excludes them of that which the customer has, or has ordered, as it was sold. */
  exclusions: readonly ExclusionRow[];
  components: readonly ({ offeringId: string; productId: string } & Omit<BundledProduct<SoldProduct>, 'product'>)[];
  /** All products that the others name. */
  products: readonly ProductRow[];
  /** What excludes, needs or carries products of the offerings. */
  links: readonly { kind: ProductRelationKind; selection: Selection | null; fromId: string; toId: string }[];
  /** Of those products that the links name, which the customer has. */
  heldProducts: readonly HeldProductRow[];
  /** Main products that the customer has; read only where an attached product is carried by nobody in particular. */
  heldMains: readonly Omit<HeldProductRow, 'productId'>[];
  /** What the customer has ordered and not yet got. */
  pending: {
    offeringIds: readonly string[];
    planIds: readonly string[];
    productIds: readonly string[];
    main: boolean;
    /** What earlier orders take the place of. */
    replaced: readonly { offeringId: string; planId: string | null; orderNo: string }[];
  };
}

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

const rowsOf = (query: string): string => `coalesce((select json_agg("x") from (${query}) "x"), '[]')`;

/** SQL that reads offerings by a condition, at most so many, and others with them as far as they may be seen. */
type Statement = (where: string, limit: number, visible: string) => string;

/** Number of the version that an offering is on. */
const versionOf = (offering: string): string =>
  `coalesce((select "v"."number" from "offering_version" "v" where "v"."offering_id" = ${offering} and "v"."validity_to" is null), 1) "version"`;

const candidateColumns = `"f"."id", "f"."code", "f"."name", "f"."status", ${VALID} "valid", ${OWN} "own", "f"."owner_id", ${versionOf('"f"."id"')}`;

const candidates = (where: string, limit: number): string =>
  `"o" as materialized (select ${candidateColumns} from "offering" "f" where ${where} order by "f"."id" limit ${limit})`;

/** Keys of JSON with the offerings of a table, and the rules of sale of those. */
const ruleColumns = (offerings: string): string => `
    'offerings', ${rowsOf(`
      select "o"."id", "o"."code", "o"."name", "o"."status", "o"."valid", "o"."own", "o"."version", "w"."code" "owner"
      from ${offerings} "o" left join "region" "w" on "w"."id" = "o"."owner_id" order by "o"."id"`)},
    'rules', ${rowsOf(`
      select "id", "offering_id" "offeringId", "parent_id" "parentId", "form", "kind_id" "kindId", "values", "condition", "negate", "message"
      from "rule" order by "position", "id"`)},
    'kinds', ${rowsOf(`
      select "k"."id", "k"."code", "k"."name", "k"."stage", "k"."condition", "k"."message"
      from "sales_rule_kind" "k" where "k"."id" in (select "kind_id" from "rule")`)}`;

const rulesOf = (offerings: string): string =>
  `"rule" as materialized (select "r".* from ${offerings} "o" join "sales_rule" "r" on "r"."offering_id" = "o"."id")`;

const rulesOnly: Statement = (where, limit) =>
  `with ${candidates(where, limit)}, ${rulesOf('"o"')} select json_build_object(${ruleColumns('"o"')}) "found"`;

const HAS = `"i"."customer_id" = $2::uuid and "i"."status" not in ('${ProductInstanceStatus.REMOVING}', '${ProductInstanceStatus.REMOVED}')`;
const TIMES = `"n"."offering_id" "offeringId", "n"."tariff_plan_id" "planId", count(distinct coalesce("i"."offering_instance_id", "i"."id"))::int "count"`;
const HELD = `"product_instance" "i" left join "offering_instance" "n" on "n"."id" = "i"."offering_instance_id"`;
const NOW = `"r"."validity_from" <= $1 and ("r"."validity_to" is null or "r"."validity_to" > $1)`;

/** With the offerings of $3, which are bought with each one, and all that those need. */
const everything: Statement = (where, limit, visible) => `
  with recursive ${candidates(where, limit)}, "need"("id") as (
    select unnest($3::uuid[]) union select "l"."to_id" from "o" join "offering_relation" "l" on "l"."from_id" = "o"."id" and "l"."kind" = 'DEPEND'
    union select "l"."to_id" from "need" join "offering_relation" "l" on "l"."from_id" = "need"."id" and "l"."kind" = 'DEPEND'
  ), "judged" as materialized (
    select * from "o" union all
    select ${candidateColumns} from "offering" "f" where "f"."id" in (select "id" from "need" except select "id" from "o") and ${visible}
  ), ${rulesOf('"judged"')}, "part" as materialized (
    select "c"."id", "c"."offering_id", "c"."product_id", "c"."min_quantity", "c"."max_quantity", "c"."default_quantity", "c"."required"
    from "judged" "o" join "offering_component" "c" on "c"."offering_id" = "o"."id"
  ), "attached" as materialized (
    select "r"."id", "r"."kind", "r"."selection", "r"."from_id", "r"."to_id" from "product_relation" "r"
    where "r"."kind" = 'ATTACH' and "r"."selection" in ('DEFAULT', 'REQUIRED') and "r"."from_id" in (select "product_id" from "part") and ${NOW}
  ), "opened" as materialized (
    select "product_id" "id" from "part" union select "to_id" from "attached"
  ), "link" as materialized (
    select * from "attached"
    union select "r"."id", "r"."kind", "r"."selection", "r"."from_id", "r"."to_id" from "product_relation" "r"
      where "r"."from_id" in (select "id" from "opened") and "r"."kind" in ('EXCLUDE', 'DEPEND') and ${NOW}
    union select "r"."id", "r"."kind", "r"."selection", "r"."from_id", "r"."to_id" from "product_relation" "r"
      where "r"."to_id" in (select "id" from "opened") and "r"."kind" in ('EXCLUDE', 'ATTACH') and ${NOW}
  ), "named" as materialized (
    select "id" from "opened" union select "from_id" from "link" union select "to_id" from "link"
  ), "pending" as materialized (${pendingSales('$2::uuid')}), "sold" as materialized (
    select "offering_id" "from_id", "offering_version_id" "version_id", "offering_id", "tariff_plan_id" "plan_id", count(*)::int "count"
    from "offering_instance" where "customer_id" = $2::uuid and "status" in ('ACTIVE', 'BROKEN') group by 1, 2, 4
    union all select distinct "offering_id", "offering_version_id", null::uuid, null::uuid, 1 from "pending" where "offering_id" is not null
  )
  select json_build_object(${ruleColumns('"judged"')},
    'askedIds', coalesce((select json_agg("id" order by "id") from "o"), '[]'),
    'relations', ${rowsOf(`
      select "r"."kind", "r"."from_id" "fromId", "r"."to_id" "toId", "o"."name" "fromName", "b"."name" "toName", "o"."code" "fromCode", "b"."code" "toCode", "o"."version"
      from "judged" "o" join "offering_relation" "r" on "r"."from_id" = "o"."id" and "r"."kind" in ('EXCLUDE', 'DEPEND')
      join "offering" "b" on "b"."id" = "r"."to_id" order by "r"."id"`)},
    'exclusions', ${rowsOf(`
      select "x"."from_id" "fromId", "t"."code" "fromCode", "t"."name" "fromName", "x"."to_id" "toId", "x"."version", "x"."offering_id" "offeringId", "x"."plan_id" "planId", "x"."count"
      from (
        select "s".*, "v"."number" "version", "o"."id" "to_id" from "sold" "s" join "offering_version" "v" on "v"."id" = "s"."version_id"
        cross join jsonb_array_elements("v"."content"->'relations') "r" join "judged" "o" on "o"."code" = "r"->>'to' where "r"->>'kind' = 'EXCLUDE'
        union all
        select "s".*, ${versionOf('"s"."from_id"')}, "r"."to_id" from "sold" "s"
        join "offering_relation" "r" on "r"."from_id" = "s"."from_id" and "r"."kind" = 'EXCLUDE' and "r"."to_id" in (select "id" from "judged")
        where "s"."version_id" is null
      ) "x" join "offering" "t" on "t"."id" = "x"."from_id" order by "x"."from_id", "x"."to_id", "x"."version"`)},
    'components', ${rowsOf(`
      select "offering_id" "offeringId", "product_id" "productId", "min_quantity" "minQuantity", "max_quantity" "maxQuantity",
        "default_quantity" "defaultQuantity", "required" from "part" order by "id"`)},
    'products', ${rowsOf(`
      select "p"."id", "p"."code", "p"."name", "p"."kind", "p"."status",
        exists (select 1 from "product_service" "s" where "s"."product_id" = "p"."id" and "s"."service" = 'INSTALL') "installable"
      from "product" "p" where "p"."id" in (select "id" from "named")`)},
    'links', ${rowsOf(`select "kind", "selection", "from_id" "fromId", "to_id" "toId" from "link" order by "id"`)},
    'heldProducts', ${rowsOf(`
      select "i"."product_id" "productId", ${TIMES} from ${HELD}
      where ${HAS} and "i"."product_id" in (
        select "from_id" from "link" where "kind" <> 'DEPEND' union select "to_id" from "link" where "kind" <> 'ATTACH')
      group by 1, 2, 3`)},
    'heldMains', ${rowsOf(`
      select ${TIMES} from ${HELD} join "product" "m" on "m"."id" = "i"."product_id" and "m"."kind" = 'MAIN' where ${HAS} and exists (
        select 1 from "opened" join "product" "p" on "p"."id" = "opened"."id" and "p"."kind" = 'ATTACHED'
        where not exists (select 1 from "link" "c" where "c"."kind" = 'ATTACH' and "c"."to_id" = "p"."id"))
      group by 1, 2`)},
    'pending', json_build_object(
      'offeringIds', coalesce((select json_agg(distinct "offering_id") from "pending" where "offering_id" is not null), '[]'),
      'planIds', coalesce((select json_agg(distinct "tariff_plan_id") from "pending" where "tariff_plan_id" is not null), '[]'),
      'productIds', coalesce((select json_agg(distinct "product_id") from "pending" where "product_id" is not null), '[]'),
      'main', exists (select 1 from "pending" join "product" "m" on "m"."id" = "pending"."product_id" and "m"."kind" = 'MAIN'),
      'replaced', ${rowsOf(`
        select distinct "n"."id", "n"."offering_id" "offeringId", "n"."tariff_plan_id" "planId", "pending"."order_no" "orderNo"
        from "pending" join "offering_instance" "n" on "n"."id" = "pending"."replaces_id" order by "orderNo"`)})
  ) "found"`;

type Reading = Pick<CallContext, 'database' | 'caller'>;

/** For whom, and when, offerings are read. */
export interface ReadFor {
  at: Date;
  /** Key of the customer; null for nobody in particular. */
  customerId: string | null;
  /** Keys of offerings that are bought with each of those that are judged. */
  withIds?: readonly string[];
}

/** Reads offerings in the order of their keys, with all that bears on whether they may be bought, in one statement. */
export async function readQualificationRows(
  reading: Reading,
  filter: CandidateFilter,
  { at, customerId, withIds = [] }: ReadFor,
): Promise<QualificationRows> {
  return read(reading, 'qualification', filter, [at, customerId, withIds], everything);
}

/** Like {@link readQualificationRows}, for offerings by their keys, with nothing but their rules of sale. */
export async function readRuleRows(
  reading: Reading,
  ids: readonly string[],
  { at, customerId }: ReadFor,
): Promise<RuleRows> {
  return read(reading, 'qualification_rules', { ids, atLeast: ids.length }, [at, customerId], rulesOnly);
}

async function read<Rows>(
  { database, caller }: Reading,
  name: string,
  filter: CandidateFilter,
  values: unknown[],
  statement: Statement,
): Promise<Rows> {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { ids, headingId, productLineId, search, afterId } = filter;
  const visible = visibleRows(Offering, caller, '"f"', bind);
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
    visible,
  ];
  const limit = readAtOnce(filter.atLeast);
  const shape = [ids, headingId, productLineId, search, afterId].map((part) => (part ? 1 : 0)).join('');
  const { rows } = await database.pool.query<{ found: Rows }>({
    name: `${name}_${caller.kind}_${shape}_${limit}`,
    text: statement(conditions.join(' and '), limit, visible),
    values,
  });
  return rows[0]!.found;
}
