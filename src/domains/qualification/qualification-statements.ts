import { requiredPlans } from '../catalogue/index.js';
import { ProductInstanceStatus } from '../inventory/index.js';
import { individualPlanInForce } from '../pricing-order/index.js';
import { pendingSales } from './pending-sales.js';

// Of all statements $1 is the moment of the sale, and $2 the key of the customer.

/** Whether the period of sale covers the moment. */
export const VALID = `"f"."validity_from" <= $1 and ("f"."validity_to" is null or "f"."validity_to" > $1)`;

/** Whether an offering was made for the customer of the sale (PRD-118). */
export const OWN = `"f"."status" = 'INDIVIDUAL' and exists (select 1 from "individual_plan" "i" where "i"."offering_id" = "f"."id" and "i"."customer_id" = $2::uuid and ${individualPlanInForce('"i"', '$1')})`;

const rowsOf = (query: string): string => `coalesce((select json_agg("x") from (${query}) "x"), '[]')`;

/** Which offerings a statement reads. */
export interface Reading {
  /** SQL that holds for an offering "f". */
  where: string;
  /** At most so many. */
  limit: number;
  /** SQL by which others are read with them, which holds for an offering "f" that the caller may see. */
  visible: string;
  /** SQL that holds for an offering "f" that may be bought at all; those that may not are passed over. Null reads all. */
  open: string | null;
}

/** Most offerings that are looked at in one statement to find those that may be bought. */
const MOST_LOOKED_AT = 5_000;

/** Number of the version that an offering is on. */
const versionOf = (offering: string): string =>
  `coalesce((select "v"."number" from "offering_version" "v" where "v"."offering_id" = ${offering} and "v"."validity_to" is null), 1) "version"`;

const candidateColumns = `"f"."id", "f"."code", "f"."name", "f"."status", ${VALID} "valid", ${OWN} "own", "f"."owner_id", ${versionOf('"f"."id"')}`;

/** Offerings that are looked at, and those of them that are judged. */
const candidates = ({ where, limit, open }: Reading): string => `
  "seen" as not materialized (
    select "f".* from "offering" "f" where ${where} order by "f"."id" limit ${open ? MOST_LOOKED_AT : limit}
  ), "o" as materialized (
    select ${candidateColumns} from "seen" "f" where ${open ?? 'true'} order by "f"."id" limit ${limit}
  )`;

const lookedAt = ({ limit, open }: Reading): string =>
  open
    ? `case when (select count(*) from "o") < ${limit} then (
        select json_build_object('lastId', (array_agg("id" order by "id" desc))[1], 'more', count(*) = ${MOST_LOOKED_AT}) from "seen") end`
    : 'null';

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

/** Offerings with nothing but their rules of sale. */
export const rulesOnly = (reading: Reading): string =>
  `with ${candidates(reading)}, ${rulesOf('"o"')} select json_build_object(${ruleColumns('"o"')}) "found"`;

const HAS = `"i"."customer_id" = $2::uuid and "i"."status" not in ('${ProductInstanceStatus.REMOVING}', '${ProductInstanceStatus.REMOVED}')`;
const TIMES = `"n"."offering_id" "offeringId", "n"."tariff_plan_id" "planId", count(distinct coalesce("i"."offering_instance_id", "i"."id"))::int "count"`;
const HELD = `"product_instance" "i" left join "offering_instance" "n" on "n"."id" = "i"."offering_instance_id"`;
const NOW = `"r"."validity_from" <= $1 and ("r"."validity_to" is null or "r"."validity_to" > $1)`;

/** Plans that come by themselves with what has been ordered. */
const PENDING_REQUIRED = requiredPlans(
  {
    offering: '"pending"."offering_id"',
    version: '"pending"."offering_version_id"',
    plan: '"pending"."tariff_plan_id"',
    soldAt: '$1::timestamptz',
  },
  '$1::timestamptz',
);

/** Offerings with all that bears on whether they may be bought, with those of $3, which are bought with each one, and all that those need. */
export const everything = (reading: Reading): string => `
  with recursive ${candidates(reading)}, "need"("id") as (
    select unnest($3::uuid[]) union select "l"."to_id" from "o" join "offering_relation" "l" on "l"."from_id" = "o"."id" and "l"."kind" = 'DEPEND'
    union select "l"."to_id" from "need" join "offering_relation" "l" on "l"."from_id" = "need"."id" and "l"."kind" = 'DEPEND'
  ), "judged" as materialized (
    select * from "o" union all
    select ${candidateColumns} from "offering" "f" where "f"."id" in (select "id" from "need" except select "id" from "o") and ${reading.visible}
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
    'lookedAt', ${lookedAt(reading)},
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
      'planIds', coalesce((select json_agg(distinct "plan_id") from (
        select "tariff_plan_id" "plan_id" from "pending" where "tariff_plan_id" is not null
        union select "r"."plan_id" from "pending" cross join lateral (${PENDING_REQUIRED}) "r") "ordered"), '[]'),
      'productIds', coalesce((select json_agg(distinct "product_id") from "pending" where "product_id" is not null), '[]'),
      'main', exists (select 1 from "pending" join "product" "m" on "m"."id" = "pending"."product_id" and "m"."kind" = 'MAIN'),
      'replaced', ${rowsOf(`
        select distinct "n"."id", "n"."offering_id" "offeringId", "n"."tariff_plan_id" "planId", "pending"."order_no" "orderNo"
        from "pending" join "offering_instance" "n" on "n"."id" = "pending"."replaces_id" order by "orderNo"`)})
  ) "found"`;
