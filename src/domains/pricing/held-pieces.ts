import type pg from 'pg';
import { queryWithin } from '../../kernel/database/query-within.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { individualPlanInForce } from '../pricing-order/index.js';
import type { RuleRow } from './cart-rows.js';
import { orderedPieces } from './ordered-pieces.js';
import { TierBasis } from './tariff-tier.js';

/** Pieces of one offering that are held, or on their way by orders that are open, by whose they are. */
export interface HeldPieces {
  offeringId: string;
  /** Pieces in one of the offering: for the price of a product those of it that the bundle proposes, else 1. */
  perOffering: number;
  customer: number;
  /** What all members of the groups of the customer hold, the customer included; 0 without a group. */
  group: number;
}

/** What is counted, by the keys of the rules whose prices depend on it. */
export type Totals = ReadonlyMap<string, readonly HeldPieces[]>;

/** For whom is counted, and what. */
export interface HeldAsked {
  customerId: string;
  /** Keys of the rules. */
  ruleIds: readonly string[];
  /** Whether the groups of the customer are asked as well (PRD-77). */
  groups: boolean;
  /** Keys of what is held that ends with the cart: it is counted no more. */
  endedIds: readonly string[];
  at: Date;
}

const inForce = (alias: string): string =>
  `${alias}."validity_from" <= $3 and (${alias}."validity_to" is null or ${alias}."validity_to" > $3)`;

/**
 * From what is held to the rules, since a customer has few offerings and a rule may price very many: through the plans that an offering
 * is sold with now or was bought with, those of its service levels, those of the customer alone. Of the standard price of a product the pieces of the product count, whatever they are in (PRD-33, PRD-62). What orders bring
 * counts from when they are entered, in place of what it is an upgrade of; from when it is opened it is among what is held.
 */
const held = (): string => `
  with recursive "member" as materialized (
    select distinct "other"."customer_id" "id" from "group_membership" "own" join "group_membership" "other" on "other"."group_id" = "own"."group_id"
    where $4 and "own"."customer_id" = $1 and ${inForce('"own"')} and "other"."customer_id" is not null and ${inForce('"other"')}
  ), "holder" as materialized (
    select $1::uuid "id" union select "id" from "member"
  ), "ordered" as materialized (${orderedPieces('select "id" from "holder"')}
  ), "piece" as materialized (
    select "i"."id", "i"."customer_id", "i"."offering_id", "i"."tariff_plan_id", 1 "quantity", null::jsonb "products"
    from "holder" join "offering_instance" "i" on "i"."customer_id" = "holder"."id"
    where "i"."status" in ('ACTIVE', 'BROKEN') and "i"."id" <> all($5::uuid[])
      and not exists (select 1 from "ordered" where "ordered"."replaces_id" = "i"."id")
    union all
    select null, "customer_id", "offering_id", "tariff_plan_id", "quantity", "products" from "ordered"
  ), "held" as materialized (
    select "offering_id", "tariff_plan_id", coalesce(sum("quantity") filter (where "customer_id" = $1), 0)::int "customer",
      coalesce(sum("quantity") filter (where "customer_id" in (select "id" from "member")), 0)::int "group"
    from "piece" group by 1, 2
  ), "standard" as materialized (
    select "id", "product_id" from "tariff_rule" where "product_id" is not null and "id" = any($2::uuid[])
  ), "content" as materialized (
    select "piece"."offering_id", "piece"."customer_id", "p"."product_id", 1 "quantity" from "piece"
    join "product_instance" "p" on "p"."offering_instance_id" = "piece"."id" and "p"."status" <> 'REMOVED'
    where "p"."product_id" in (select "product_id" from "standard")
    union all
    select "piece"."offering_id", "piece"."customer_id", "p"."key"::uuid, "p"."value"::int * "piece"."quantity" from "piece", jsonb_each_text("piece"."products") "p"
  ), "sort" as materialized (
    select distinct "offering_id" from "held"
  ), "root" as materialized (
    select "t"."offering_id", "t"."tariff_plan_id" from "sort" join "offering_tariff" "t" on "t"."offering_id" = "sort"."offering_id" and ${inForce('"t"')}
    join "tariff_plan" "p" on "p"."id" = "t"."tariff_plan_id" and "p"."status" = 'ACTIVE' and ${inForce('"p"')}
    union select "s"."offering_id", "s"."tariff_plan_id" from "sort" join "offering_sla" "s" on "s"."offering_id" = "sort"."offering_id" and "s"."tariff_plan_id" is not null
    union select "i"."offering_id", "i"."tariff_plan_id" from "sort" join "individual_plan" "i" on "i"."offering_id" = "sort"."offering_id"
      and "i"."customer_id" = $1 and ${individualPlanInForce('"i"', '$3')}
  ), "tree" as (
    select "p"."id" "root", "p"."id" "plan", 0 "level" from (
      select "tariff_plan_id" "id" from "root" union select "tariff_plan_id" from "held" where "tariff_plan_id" is not null) "p"
    union
    select "tree"."root", "m"."nested_plan_id", "tree"."level" + 1 from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."plan"
    join "tariff_plan" "n" on "n"."id" = "m"."nested_plan_id" and "n"."status" not in ('DRAFT', 'APPROVED')
    where "tree"."level" < 10
  ), "lead" as materialized (
    select distinct "tree"."root", "m"."rule_id" from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."plan" and "m"."rule_id" = any($2::uuid[])
    and "m"."rule_id" not in (select "id" from "standard")
  ), "priced" as (
    select "lead"."rule_id", "held".* from "held" join "lead" on "lead"."root" = "held"."tariff_plan_id"
    union
    select "lead"."rule_id", "held".* from "held" join "root" on "root"."offering_id" = "held"."offering_id" join "lead" on "lead"."root" = "root"."tariff_plan_id"
  )
  select "rule_id" "ruleId", "offering_id" "offeringId", 1 "perOffering", sum("customer")::int "customer", sum("group")::int "group" from "priced" group by 1, 2
  union all
  select "s"."id", "n"."offering_id", coalesce(max("c"."default_quantity"), 1),
    coalesce(sum("n"."quantity") filter (where "n"."customer_id" = $1), 0)::int,
    coalesce(sum("n"."quantity") filter (where "n"."customer_id" in (select "id" from "member")), 0)::int
  from "standard" "s" join "content" "n" on "n"."product_id" = "s"."product_id"
  left join "offering_component" "c" on "c"."offering_id" = "n"."offering_id" and "c"."product_id" = "s"."product_id" group by "s"."id", "n"."offering_id", "n"."product_id"`;

type Row = HeldPieces & { ruleId: string };

let text: string | undefined;
const textOf = (): string => (text ??= held());
const valuesOf = ({ customerId, ruleIds, at, groups, endedIds }: HeldAsked): unknown[] => [
  ...[customerId, ruleIds, at, groups, endedIds],
];

/** What has to be counted for the prices of rules; null when none has prices by totals (PRD-76, PRD-77). */
export function countedTotals(
  customerId: string,
  rules: readonly Pick<RuleRow, 'id' | 'tiers'>[],
  endedIds: readonly string[],
  at: Date,
): HeldAsked | null {
  const counting = (total: TierBasis) => rules.filter(({ tiers }) => tiers?.some(({ basis }) => basis === total));
  const byGroup = counting(TierBasis.GROUP);
  const ruleIds = [...new Set([...byGroup, ...counting(TierBasis.CUSTOMER)].map(({ id }) => id))];
  return ruleIds.length > 0 ? { customerId, ruleIds, groups: byGroup.length > 0, endedIds, at } : null;
}

/** How many pieces of the offerings that rules price are held or ordered already, by the key of the rule (PRD-76, PRD-77). */
export async function readTotals(pool: pg.Pool, asked: HeldAsked): Promise<Totals> {
  const { rows } = await pool.query<Row>({ name: 'held_pieces', text: textOf(), values: valuesOf(asked) });
  return byRule(rows);
}

/** Orders of the members of a group wait for each other, where its total sets a price; always in this order. */
const LOCK_GROUPS = `
  select pg_advisory_xact_lock(hashtextextended('group-total ' || "group_id", 0)) from (
    select distinct "own"."group_id" from "group_membership" "own" where "own"."customer_id" = $1 and ${inForce('"own"').replaceAll('$3', '$2')} order by 1) "group"`;

/**
 * Counts again within a transaction that holds the customer, who gets no other order meanwhile, and holds their groups too where they count.
 * @returns null when it is as before
 */
export async function recountTotals(tx: Transaction, asked: HeldAsked, before: Totals): Promise<Totals | null> {
  // A statement of its own: what is counted must be what has been committed once the locks are there.
  if (asked.groups) await queryWithin(tx, LOCK_GROUPS, [asked.customerId, asked.at]);
  const now = byRule(await queryWithin<Row>(tx, textOf(), valuesOf(asked)));
  return comparable(now) === comparable(before) ? null : now;
}

function byRule(rows: readonly Row[]): Totals {
  const found = new Map<string, HeldPieces[]>();
  for (const { ruleId, ...pieces } of rows) found.set(ruleId, [...(found.get(ruleId) ?? []), pieces]);
  return found;
}

const comparable = (totals: Totals): string =>
  [...totals]
    .flatMap(([rule, held]) =>
      held.map(({ offeringId, perOffering, customer, group }) =>
        [rule, offeringId, perOffering, customer, group].join(),
      ),
    )
    .sort()
    .join(';');
