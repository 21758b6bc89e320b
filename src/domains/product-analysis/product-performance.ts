import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { Product } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import type { BenefitReviewInput, ProductPerformanceInput } from './analysis.input.js';
import { BenefitReview, ProductPerformance } from './analysis.js';
import { Analysis, instances, moneyOf, row } from './read-analysis.js';

const LONGEST_DAYS = 3660;
const DAY = 86_400_000;

interface PerformanceRow {
  product: string;
  sold: number;
  ended: number;
  opening: number;
  closing: number;
  lost: number;
  revenue: string;
  cost: string;
}

/** Sales, churn, revenue, cost and margin of products over a period, within what the caller sees (PRD-99). */
export async function productPerformance(
  context: CallContext,
  input: ProductPerformanceInput,
): Promise<ProductPerformance[]> {
  const days = (Date.parse(input.toDay) - Date.parse(input.fromDay)) / DAY + 1;
  if (!(days >= 1 && days <= LONGEST_DAYS))
    throw codedError('BAD_USER_INPUT', `1 to ${LONGEST_DAYS} days are expected.`, { path: ['input', 'toDay'] });
  const analysis = Analysis.of(context);
  const [from, to] = [`${analysis.bind(input.fromDay)}::timestamptz`, `${analysis.bind(input.toDay)}::timestamptz`];
  const currency = analysis.currency(input.currency);
  const products = analysis.ids(input.productIds, 'pd', 'productIds');
  const region = analysis.id(input.regionId, 're', 'regionId');
  const end = `(${to} + interval '1 day')`;
  const found = await analysis.rows<PerformanceRow>(`
    with "i" as (${instances(analysis.sees(ProductInstance, '"i"'), currency)})
    select "i"."product_id" "product",
      count(*) filter (where "opened" >= ${from} and "opened" < ${end})::int "sold",
      count(*) filter (where "ended" >= ${from} and "ended" < ${end})::int "ended",
      count(*) filter (where "opened" < ${from} and coalesce("ended", 'infinity') >= ${from})::int "opening",
      count(*) filter (where "opened" < ${end} and coalesce("ended", 'infinity') >= ${end})::int "closing",
      count(*) filter (where "opened" < ${from} and "ended" >= ${from} and "ended" < ${end})::int "lost",
      round(coalesce(sum("daily" * greatest(0, extract(epoch from least(coalesce("ended", 'infinity'), ${end}) - greatest("opened", ${from})) / 86400)), 0), 2)::text "revenue",
      coalesce((select sum("c"."amount_amount") from "product_cost" "c" where "c"."product_id" = "i"."product_id"
        and "c"."amount_currency" = ${currency} and "c"."recorded_at" >= ${from} and "c"."recorded_at" < ${end}), 0)::text "cost"
    from "i"
    where (${products} is null or "i"."product_id" = any(${products})) and "opened" < ${end}
      and (${region} is null or exists (select 1 from "region" "own" join "region" "r" on "r"."id" = "i"."region_id" where "own"."id" = ${region} and starts_with("r"."path", "own"."path")))
    group by "i"."product_id" order by count(*) desc, "i"."product_id" limit 1000`);
  return found.map(({ product, revenue, cost, opening, lost, ...counts }) =>
    Object.assign(new ProductPerformance(), {
      ...counts,
      opening,
      product: row(Product, product),
      churn: opening > 0 ? new Decimal(lost).div(opening).toDecimalPlaces(4).toFixed() : null,
      revenue: moneyOf(revenue, input.currency),
      cost: moneyOf(cost, input.currency),
      margin: moneyOf(new Decimal(revenue).minus(cost).toFixed(), input.currency),
    }),
  );
}

interface ReviewRow {
  month: number;
  forecastCustomers: number | null;
  forecastRevenue: string | null;
  forecastCost: string | null;
  customers: number;
  revenue: string;
  cost: string;
}

/** What a product brought in each month since its launch, beside what was forecast (PRD-104). */
export async function benefitReview(context: CallContext, input: BenefitReviewInput): Promise<BenefitReview[]> {
  const analysis = Analysis.of(context);
  const design = analysis.id(input.designId, 'ea', 'designId');
  const currency = analysis.currency(input.currency);
  const found = await analysis.rows<ReviewRow>(`
    with "d" as (select "id", "product_id", "launched_at" from "product_design" where "id" = ${design} and "launched_at" is not null),
    "m" as (
      select "d"."id" "design", "d"."product_id" "product", "n" "month", "launched_at" + ("n" - 1) * interval '1 month' "from", "launched_at" + "n" * interval '1 month' "to"
      from "d", generate_series(1, 120) "n" where "launched_at" + "n" * interval '1 month' <= now()),
    "i" as (${instances(analysis.sees(ProductInstance, '"i"'), currency)} and "i"."product_id" in (select "product_id" from "d"))
    select "m"."month"::int, "f"."customers" "forecastCustomers", "f"."revenue_amount"::text "forecastRevenue", "f"."cost_amount"::text "forecastCost",
      count(distinct "i"."customer_id") filter (where coalesce("i"."ended", 'infinity') >= "m"."to")::int "customers",
      round(coalesce(sum("daily" * greatest(0, extract(epoch from least(coalesce("ended", 'infinity'), "m"."to") - greatest("opened", "m"."from")) / 86400)), 0), 2)::text "revenue",
      coalesce((select sum("c"."amount_amount") from "product_cost" "c" where "c"."product_id" = "m"."product"
        and "c"."amount_currency" = ${currency} and "c"."recorded_at" >= "m"."from" and "c"."recorded_at" < "m"."to"), 0)::text "cost"
    from "m" left join "i" on "i"."opened" < "m"."to"
    left join "benefit_forecast" "f" on "f"."design_id" = "m"."design" and "f"."month" = "m"."month" and "f"."revenue_currency" = ${currency}
    group by "m"."month", "m"."product", "m"."from", "m"."to", "f"."customers", "f"."revenue_amount", "f"."cost_amount" order by "m"."month"`);
  const money = (amount: string | null) => (amount === null ? null : moneyOf(amount, input.currency));
  return found.map(({ forecastRevenue, forecastCost, revenue, cost, ...counts }) =>
    Object.assign(new BenefitReview(), {
      ...counts,
      forecastRevenue: money(forecastRevenue),
      forecastCost: money(forecastCost),
      revenue: moneyOf(revenue, input.currency),
      cost: moneyOf(cost, input.currency),
    }),
  );
}
