import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { Characteristic, type Class, type Node, uuidOf } from '../../kernel/model/index.js';
import {
  OfferingVersion,
  oneByKey,
  planPartsAsSold,
  planVersionsAsSold,
  ruleAsSold,
  TariffPlan,
  TariffRule,
} from '../catalogue/index.js';
import { carries, heldPlansOf, OfferingInstance } from '../inventory/index.js';
import { OfferingInstanceCharges, SoldTariffCharge } from './sold-charge.js';

type Row = Omit<SoldTariffCharge, 'rule' | 'tariffPlan' | 'agreed' | 'attributeValues'> & {
  planId: string;
  ruleId: string | null;
  attribute_values: Record<string, unknown>;
};

const PLAN = oneByKey('tariff_plan', '"tree"."plan"');
const covered = (row: string): string => `"asked"."priced" >= ${row}."lo" and "asked"."priced" < ${row}."hi"`;

/** Main prices and rules of plans, with all that is nested in them, as they were for what was sold at a moment. */
const CHARGES = `
  with recursive "asked" as materialized (select ?::timestamptz "at", ?::timestamptz "priced", ?::uuid "instance"), "tree" as (
    select unnest(?::uuid[]) "plan", 0 "level"
    union
    select "m"."nested_plan_id", "tree"."level" + 1
    from "asked", "tree" cross join lateral ${PLAN} "p" cross join lateral ${planPartsAsSold('"p"', '"asked"."at"')} "m"
    cross join lateral ${oneByKey('tariff_plan', '"m"."nested_plan_id"')} "n"
    where "tree"."level" < 10 and "n"."status" not in ('DRAFT', 'APPROVED') and ${covered('"m"')}
  ), "charge" as (
    select 0 "rank", "p"."id" "planId", null::uuid "ruleId", "p"."code", "p"."name", case when "p"."type" = 'USAGE' then 'PERIODIC' else "p"."type" end "type",
      'MONEY' "equivalent", "p"."price_amount"::text "value", "p"."price_currency" "currency", null "unit", "p"."period", null "formula", null "condition",
      null "feeItem", '{}'::jsonb "attribute_values", null::uuid "product_id", false "seasonal", 0 "place",
      null::int "afterMonths", null::int "forMonths", "v"."number" "versionNumber", "p"."version_number" "versionInForce"
    from "asked", "tree" cross join lateral ${PLAN} "p" cross join lateral ${planVersionsAsSold('"p"', '"asked"."at"')} "v"
    where "p"."type" <> 'ONE_TIME' and "p"."price_amount" <> 0 and ${covered('"v"')}
    union
    select 1, "p"."id", "t"."id", "t"."code", "v"."name", "v"."type", "v"."equivalent", "v"."value"::text, "v"."currency", "v"."unit", "v"."period", "v"."formula",
      "v"."condition", "v"."fee_item", "v"."attribute_values", "t"."product_id", "v"."seasonal", "m"."priority", "v"."after_months", "v"."for_months", "v"."number", "t"."version_number"
    from "asked", "tree" cross join lateral ${PLAN} "p" cross join lateral ${planPartsAsSold('"p"', '"asked"."at"')} "m"
    cross join lateral ${oneByKey('tariff_rule', '"m"."rule_id"')} "t" cross join lateral ${ruleAsSold('"t"', '"asked"."at"')} "v"
    where "v"."type" <> 'ONE_TIME' and "v"."validity_from" <= "asked"."at" and ("v"."validity_to" is null or "v"."validity_to" > "asked"."at")
      and ${covered('"m"')} and ${covered('"v"')}
  ), "fitting" as (
    select "charge".*, "attribute_values" = '{}' or ${carries('"asked"."instance"', '"charge"')} "carried",
      (select count(*) from jsonb_object_keys("attribute_values")) "fit" from "asked", "charge"
  )
  select "f".*, "carried" and ("feeItem" is null or not exists (
      select 1 from "fitting" "o" where "o"."feeItem" = "f"."feeItem" and "o"."type" = "f"."type" and "o"."equivalent" = "f"."equivalent"
      and "o"."carried" and "o"."condition" is null and not "o"."seasonal"
      and (-"o"."fit", "o"."place", "o"."code") < (-"f"."fit", "f"."place", "f"."code"))) "applies",
    coalesce((select nullif(count(*), 0)::int from "asked" join "product_instance" "n" on "n"."offering_instance_id" = "asked"."instance"
      where "n"."product_id" = "f"."product_id" and "n"."status" <> 'REMOVED'), 1) "quantity"
  from "fitting" "f" order by "rank", "code", "planId"`;

/**
 * What something that a customer has is charged, period by period and by use, for its plans and that of its service level: by the versions of its plans and rules by which it was sold, or by later
 * ones that apply to what was sold before (PRD-53, PRD-72). The moment of the sale decides, whatever is sold now.
 * @throws NOT_FOUND for an instance that the caller may not see
 */
export async function readSoldCharges(
  context: CallContext,
  { offeringInstanceId, at: asked }: { offeringInstanceId: string; at?: string | null },
): Promise<OfferingInstanceCharges> {
  const path = ['offeringInstanceId'];
  const id = uuidOf(offeringInstanceId, 'ni', path);
  return context.database.read(context, async (tx) => {
    const instance = await tx.find(OfferingInstance, id, { lock: false });
    if (!instance) throw codedError('NOT_FOUND', 'There is no OfferingInstance with this id.', { path });
    const at = asked ? new Date(asked) : tx.at;
    const pricedAt = instance.pricedAt ?? instance.validity.from;
    const main = instance.tariffPlan?.id ?? null;
    const plans = await heldPlansOf(tx.em, [instance.id], at);
    const rows = await tx.em.execute<Row[]>(CHARGES, [
      at,
      pricedAt,
      instance.id,
      `{${plans.map(({ planId }) => planId).join(',')}}`,
    ]);
    const version = instance.offeringVersion && (await tx.em.findOne(OfferingVersion, instance.offeringVersion.id));
    return Object.assign(new OfferingInstanceCharges(), {
      ...{ at, pricedAt, offeringVersion: version?.number ?? null },
      charges: rows.map(({ planId, ruleId, attribute_values: values, ...row }) => {
        const agreed = planId === main && !ruleId ? (instance.agreedPrice ?? null) : null;
        return Object.assign(new SoldTariffCharge(), {
          ...{
            ...row,
            agreed: agreed !== null,
            ...(agreed ? { value: agreed.amount, currency: agreed.currency } : {}),
          },
          attributeValues: Object.entries(values).map(([name, value]) =>
            Object.assign(new Characteristic(), { name, value }),
          ),
          ...{ tariffPlan: keyed(TariffPlan, planId), rule: ruleId ? keyed(TariffRule, ruleId) : null },
        });
      }),
    });
  });
}

/** Stands for a row by its key; what is selected of it is read when it is answered. */
const keyed = <T extends Node>(noun: Class<T> & (new () => T), id: string): T => Object.assign(new noun(), { id });
