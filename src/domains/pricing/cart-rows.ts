import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import {
  type AttributeDataType,
  type ChargePeriod,
  type ChargeType,
  type CustomerServiceType,
  type EquivalentKind,
  Offering,
} from '../catalogue/index.js';
import { individualPlanInForce } from '../pricing-order/index.js';
import type { DiscountBasis, DiscountKind, DiscountScope } from './discount.js';
import type { DiscountRelationKind } from './discount-relation.js';
import type { TariffPlanRelationKind } from './tariff-plan-relation.js';
import type { TierBasis } from './tariff-tier.js';

/** An offering on a line, with what its products and service levels bring. */
export interface OfferingRow {
  id: string;
  code: string;
  /** Whether it is in use and valid at the moment. */
  sold: boolean;
  paymentMethods: readonly string[];
  /** What must be deposited for each one, in the currency of the plan; null for nothing. */
  deposit: string | null;
  /** The products in it, with the pieces that each one of it has of them unless a line says otherwise, and may have. */
  products: readonly { id: string; pieces: number; min: number; max: number }[];
  /** Attribute values that the bundle fixes. */
  fixed: Readonly<Record<string, unknown>>;
  slas: readonly { id: string; code: string; planId: string | null; isDefault: boolean }[];
  /** Plans that it is sold with at the moment, those of the customer alone first (PRD-118). */
  tariffs: readonly { planId: string; isDefault: boolean; required: boolean; priority: number | null }[];
}

/** A plan in force: sold with an offering, part of a service level, or nested in one of those. */
export interface PlanRow {
  id: string;
  code: string;
  name: string;
  type: ChargeType;
  amount: string;
  currency: string;
  period: ChargePeriod | null;
  condition: string | null;
  /** Number of the version in force. */
  version: number;
}

/** A tariff rule valid at the moment; decimals are texts. */
export interface RuleRow {
  id: string;
  code: string;
  name: string;
  type: ChargeType;
  equivalent: EquivalentKind;
  value: string | null;
  currency: string | null;
  unit: string | null;
  period: ChargePeriod | null;
  formula: string | null;
  condition: string | null;
  service: CustomerServiceType | null;
  feeItem: string | null;
  productId: string | null;
  attributes: Readonly<Record<string, unknown>>;
  months: readonly string[] | null;
  monthDays: readonly string[] | null;
  weekDays: readonly string[] | null;
  afterMonths: number | null;
  forMonths: number | null;
  /** Number of the version in force. */
  version: number;
  tiers: readonly { basis: TierBasis; threshold: number; value: string }[] | null;
}

export interface DiscountRow {
  id: string;
  code: string;
  name: string;
  kind: DiscountKind;
  scope: DiscountScope;
  chargeType: ChargeType;
  feeItem: string | null;
  value: string | null;
  formula: string | null;
  currency: string | null;
  gift: string | null;
  service: CustomerServiceType | null;
  condition: string | null;
  basis: DiscountBasis | null;
  threshold: string | null;
  ladder: string | null;
  combinable: boolean;
  priority: number;
  offeringIds: readonly string[] | null;
}

/** An attribute in the template of a product on a line (PRD-12). */
export interface AttributeRow {
  productId: string;
  code: string;
  dataType: AttributeDataType;
  mandatory: boolean;
  allowedValues: string[];
  min: string | null;
  max: string | null;
  defaultValue: string | null;
}

/** What tells the plans of offerings, and what speaks against them. */
export interface PlanRows {
  offerings: readonly OfferingRow[];
  /** Templates of the products, in the order of their forms. */
  attributes: readonly AttributeRow[];
  plans: readonly PlanRow[];
  planRelations: readonly {
    from: string;
    to: string;
    toCode: string;
    kind: TariffPlanRelationKind;
    offeringId: string | null;
  }[];
  /** Offerings that the ones on the lines are upgrades of (PRD-54). */
  upgrades: readonly { offeringId: string; formerId: string }[];
}

/** Everything that may bear on the price of a cart. */
export interface CartRows extends PlanRows {
  /** Where a plan at the top leads to: itself and what is nested in it, with the priorities on the way; `ended` through a plan not sold now. */
  tree: readonly { root: string; planId: string; order: readonly number[]; ended: boolean }[];
  /** Where the rules stand under the plans at the top. */
  places: readonly { root: string; planId: string; ruleId: string; order: readonly number[]; ended: boolean }[];
  rules: readonly RuleRow[];
  discounts: readonly DiscountRow[];
  discountRelations: readonly { from: string; to: string; kind: DiscountRelationKind }[];
}

const valid = (alias: string): string =>
  `${alias}."validity_from" <= $2 and (${alias}."validity_to" is null or ${alias}."validity_to" > $2)`;

const rowsOf = (query: string): string => `coalesce((select json_agg("x") from (${query}) "x"), '[]')`;

/** Offerings by $1 at $2 for the customer $3, with those of $4 and the plans of $5, which the customer has, and templates also of the products of $6. */
const planTables = (visible: string): string => `
  with recursive "o" as materialized (
    select "f".* from "offering" "f" where "f"."id" = any($1::uuid[]) and (${visible} or "f"."id" = any($4::uuid[]))
  ), "own" as materialized (
    select "i"."offering_id", "i"."tariff_plan_id", "i"."own_offering" from "o" join "individual_plan" "i" on "i"."offering_id" = "o"."id"
    and "i"."customer_id" = $3::uuid and ${individualPlanInForce('"i"', '$2')}
  ), "sold" as materialized (
    select "t"."offering_id", "t"."tariff_plan_id", "t"."is_default", "t"."required", "t"."priority", "t"."id"
    from "o" join "offering_tariff" "t" on "t"."offering_id" = "o"."id" and ${valid('"t"')}
    join "tariff_plan" "p" on "p"."id" = "t"."tariff_plan_id" and "p"."status" = 'ACTIVE' and ${valid('"p"')}
    union all
    select "i"."offering_id", "i"."tariff_plan_id", true, false, null, null from "own" "i"
    join "tariff_plan" "p" on "p"."id" = "i"."tariff_plan_id" and "p"."status" = 'INDIVIDUAL' and ${valid('"p"')}
  ), "level" as materialized (
    select "s"."id", "s"."code", "s"."offering_id", "s"."tariff_plan_id", "s"."is_default" from "o" join "offering_sla" "s" on "s"."offering_id" = "o"."id"
  ), "tree" as materialized (
    select "r"."id" "root", "r"."id" "plan", '{}'::int[] "order", "r"."id" = any($5::uuid[]) "held", false "ended" from (
      select "tariff_plan_id" "id" from "sold" union select "tariff_plan_id" from "level" where "tariff_plan_id" is not null
      union select unnest($5::uuid[])) "r"
    union all
    select "tree"."root", "m"."nested_plan_id", "tree"."order" || "m"."priority", "tree"."held",
      "tree"."ended" or not ("n"."status" = 'ACTIVE' and ${valid('"n"')})
    from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."plan" and "m"."nested_plan_id" is not null
    join "tariff_plan" "n" on "n"."id" = "m"."nested_plan_id"
      and ("n"."status" = 'ACTIVE' and ${valid('"n"')} or "tree"."held" and "n"."status" not in ('DRAFT', 'APPROVED'))
    where cardinality("tree"."order") < 10
  ), "part" as materialized (
    select "c"."offering_id", "c"."product_id", "c"."fixed_values", "c"."default_quantity", "c"."max_quantity",
      case when "c"."required" then greatest(1, "c"."min_quantity") else "c"."min_quantity" end "least" from "o" join "offering_component" "c" on "c"."offering_id" = "o"."id"
  )`;

const ruleTables = `, "place" as materialized (
    select "tree"."root", "tree"."plan", "m"."rule_id", "tree"."order" || "m"."priority" "order", "tree"."ended"
    from "tree" join "tariff_plan_member" "m" on "m"."plan_id" = "tree"."plan" and "m"."rule_id" is not null
  ), "rule" as materialized (
    select "r".* from "tariff_rule" "r" where ${valid('"r"')} and "r"."id" in (
      select "rule_id" from "place" union select "s"."id" from "part" join "tariff_rule" "s" on "s"."product_id" = "part"."product_id"
      union select "h"."id" from "tariff_rule" "h" where "h"."product_id" = any($6::uuid[]))
  ), "link" as materialized (
    select "d"."discount_id", array_agg("d"."offering_id") "offerings" from "o" join "offering_discount" "d" on "d"."offering_id" = "o"."id" group by 1
  ), "discounts" as materialized (
    select "d".*, "link"."offerings" from "link" join "discount" "d" on "d"."id" = "link"."discount_id" where "d"."status" = 'ACTIVE' and "d"."scope" = 'OFFERING' and ${valid('"d"')}
    union all
    select "d".*, null from "discount" "d" where "d"."status" = 'ACTIVE' and "d"."scope" = 'CART' and ${valid('"d"')}
  )`;

const planColumns = `
    'offerings', ${rowsOf(`
      select "o"."id", "o"."code", "o"."payment_methods" "paymentMethods", case when "o"."guarantee" = 'DEPOSIT' then "o"."guarantee_amount"::text end "deposit", ("o"."status" = 'IN_USE' or ("o"."status" = 'INDIVIDUAL' and exists (select 1 from "own" where "own"."offering_id" = "o"."id" and "own"."own_offering"))) and ${valid('"o"')} "sold",
        coalesce((select json_agg(json_build_object('id', "product_id", 'pieces', "default_quantity", 'min', "least", 'max', "max_quantity"))
          from "part" where "part"."offering_id" = "o"."id"), '[]') "products",
        coalesce((select json_object_agg("v"."key", "v"."value") from "part", jsonb_each("part"."fixed_values") "v" where "part"."offering_id" = "o"."id"), '{}') "fixed",
        coalesce((select json_agg(json_build_object('id', "id", 'code', "code", 'planId', "tariff_plan_id", 'isDefault', "is_default") order by "code")
          from "level" where "offering_id" = "o"."id"), '[]') "slas",
        coalesce((select json_agg(json_build_object('planId', "tariff_plan_id", 'isDefault', "is_default", 'required', "required", 'priority', "priority") order by "id" nulls first)
          from "sold" where "offering_id" = "o"."id"), '[]') "tariffs"
      from "o"`)},
    'attributes', ${rowsOf(`
      select "a"."product_id" "productId", "a"."code", "a"."data_type" "dataType", "a"."mandatory", "a"."allowed_values" "allowedValues", "a"."min"::text "min",
        "a"."max"::text "max", "a"."default_value" "defaultValue"
      from "product_attribute" "a" join (select "product_id" from "part" union select unnest($6::uuid[])) "shown" using ("product_id") order by "a"."position", "a"."id"`)},
    'plans', ${rowsOf(`
      select "p"."id", "p"."code", "p"."name", "p"."type", "p"."price_amount"::text "amount", "p"."price_currency" "currency", "p"."period", "p"."condition", "p"."version_number" "version"
      from "tariff_plan" "p" where "p"."id" in (select "plan" from "tree")`)},
    'planRelations', ${rowsOf(`
      select "n"."from_id" "from", "n"."to_id" "to", "t"."code" "toCode", "n"."kind", "n"."offering_id" "offeringId"
      from "tariff_plan_relation" "n" join "tariff_plan" "t" on "t"."id" = "n"."to_id" where "n"."from_id" in (select "plan" from "tree")
      union
      select "n"."to_id", "n"."from_id", "t"."code", "n"."kind", "n"."offering_id"
      from "tariff_plan_relation" "n" join "tariff_plan" "t" on "t"."id" = "n"."from_id"
      where "n"."to_id" in (select "plan" from "tree") and "n"."kind" in ('EXCLUDE', 'COEXIST')`)},
    'upgrades', ${rowsOf(`
      select "u"."to_id" "offeringId", "u"."from_id" "formerId" from "offering_relation" "u" join "o" on "o"."id" = "u"."to_id" where "u"."kind" = 'UPGRADE'`)}`;

const cart = (visible: string): string => `
  ${planTables(visible)}${ruleTables}
  select json_build_object(${planColumns},
    'tree', ${rowsOf(`select "root", "plan" "planId", "order", "ended" from "tree"`)},
    'places', ${rowsOf(`select "root", "plan" "planId", "rule_id" "ruleId", "order", "ended" from "place"`)},
    'rules', ${rowsOf(`
      select "r"."id", "r"."code", "r"."name", "r"."type", "r"."equivalent", "r"."value"::text "value", "r"."currency", "r"."unit", "r"."period", "r"."formula",
        "r"."condition", "r"."service", "r"."fee_item" "feeItem", "r"."product_id" "productId", "r"."attribute_values" "attributes", "r"."months",
        "r"."month_days" "monthDays", "r"."week_days" "weekDays", "r"."after_months" "afterMonths", "r"."for_months" "forMonths", "r"."version_number" "version",
        (select json_agg(json_build_object('basis', "z"."basis", 'threshold', "z"."threshold", 'value', "z"."value"::text) order by "z"."threshold")
          from "tariff_tier" "z" where "z"."rule_id" = "r"."id") "tiers"
      from "rule" "r"`)},
    'discounts', ${rowsOf(`
      select "d"."id", "d"."code", "d"."name", "d"."kind", "d"."scope", "d"."charge_type" "chargeType", "d"."fee_item" "feeItem", "d"."value"::text "value",
        "d"."formula", "d"."currency", "d"."gift", "d"."service", "d"."condition", "d"."basis", "d"."threshold"::text "threshold", "d"."ladder", "d"."combinable",
        "d"."priority", "d"."offerings" "offeringIds" from "discounts" "d" order by "d"."priority", "d"."code"`)},
    'discountRelations', ${rowsOf(`
      select "r"."from_id" "from", "r"."to_id" "to", "r"."kind" from "discount_relation" "r" where "r"."from_id" in (select "id" from "discounts")`)}
  ) "cart"`;

const plansOnly = (visible: string): string =>
  `${planTables(visible)} select json_build_object(${planColumns}) "found"`;

/** What a cart is about, by keys. */
export interface CartKeys {
  offeringIds: readonly string[];
  /** Whose own plans count; null for nobody's. */
  customerId: string | null;
  /** Of the offerings those that the customer has, which are priced whether the caller may see them in sale or not. */
  heldOfferingIds: readonly string[];
  /** Plans that the customer has them with. */
  heldPlanIds: readonly string[];
  /** Products of what the customer has. */
  heldProductIds: readonly string[];
}

/** Reads everything that may bear on the price of lines at a moment, in one statement. */
export async function readCartRows(
  { database, caller }: Pick<CallContext, 'database' | 'caller'>,
  { offeringIds, customerId, heldOfferingIds, heldPlanIds, heldProductIds }: CartKeys,
  at: Date,
): Promise<CartRows> {
  const values: unknown[] = [offeringIds, at, customerId, heldOfferingIds, heldPlanIds, heldProductIds];
  const visible = visibleRows(Offering, caller, '"f"', (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ cart: CartRows }>({
    name: `cart_rows_${caller.kind}`,
    text: cart(visible),
    values,
  });
  return rows[0]!.cart;
}

/** Reads the plans that offerings are sold with at a moment, with what speaks against them, in one statement. */
export async function readPlanRows(
  { database, caller }: Pick<CallContext, 'database' | 'caller'>,
  { offeringIds, customerId }: Pick<CartKeys, 'offeringIds' | 'customerId'>,
  at: Date,
): Promise<PlanRows> {
  const values: unknown[] = [offeringIds, at, customerId, [], [], []];
  const visible = visibleRows(Offering, caller, '"f"', (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ found: PlanRows }>({
    name: `plan_rows_${caller.kind}`,
    text: plansOnly(visible),
    values,
  });
  return rows[0]!.found;
}
