import { codedError } from '../../kernel/errors/index.js';
import { defineReport } from '../../kernel/model/index.js';
import { digitsIn } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { BenefitReviewInput, ProductPerformanceInput } from './analysis.input.js';
import { BenefitReview, ProductPerformance } from './analysis.js';
import { admitAnalyst, type Asked, currencyIn, instances, keyOf, keysOf, money } from './read-analysis.js';

const LONGEST_DAYS = 3660;
const DAY = 86_400_000;
/** Most months after a launch that are reviewed. */
const MONTHS = 120;

/** Sales, churn, revenue, cost and margin of products over a period, within what the caller sees (PRD-99). */
export const productPerformance = defineReport<Asked<ProductPerformanceInput>>({
  name: 'productPerformance',
  description:
    'How products did in a period, the most frequent first, at most 1,000. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-99).',
  rows: ProductPerformance,
  args: {
    input: { type: 'ProductPerformanceInput!', description: 'What is tracked.', input: ProductPerformanceInput },
  },
  most: 1000,
  admit: (caller, asked) => {
    const days = (Date.parse(asked.input.toDay) - Date.parse(asked.input.fromDay)) / DAY + 1;
    if (!(days >= 1 && days <= LONGEST_DAYS))
      throw codedError('BAD_USER_INPUT', `1 to ${LONGEST_DAYS} days are expected.`, { path: ['input', 'toDay'] });
    admitAnalyst(caller, asked);
  },
  sql: (scope) => {
    const from = `${scope.value(({ input }) => input.fromDay)}::timestamptz`;
    const end = `(${scope.value(({ input }) => input.toDay)}::timestamptz + interval '1 day')`;
    const currency = currencyIn(scope);
    const products = scope.where(
      ({ input }) => input.productIds,
      (keys) => ` and "i"."product_id" = any(${keys}::uuid[])`,
      (ids) => keysOf(ids, 'pd', 'productIds'),
    );
    const region = scope.where(
      ({ input }) => input.regionId,
      (key) =>
        ` and exists (select 1 from "region" "own" join "region" "r" on "r"."id" = "i"."region_id" where "own"."id" = ${key}::uuid and starts_with("r"."path", "own"."path"))`,
      (id) => keyOf(id, 're', 'regionId'),
    );
    return `
      with "i" as (${instances(scope.sees(ProductInstance, '"i"'), currency)}), "sum" as (
        select "i"."product_id",
          count(*) filter (where "opened" >= ${from} and "opened" < ${end})::int "sold",
          count(*) filter (where "ended" >= ${from} and "ended" < ${end})::int "ended",
          count(*) filter (where "opened" < ${from} and coalesce("ended", 'infinity') >= ${from})::int "opening",
          count(*) filter (where "opened" < ${end} and coalesce("ended", 'infinity') >= ${end})::int "closing",
          count(*) filter (where "opened" < ${from} and "ended" >= ${from} and "ended" < ${end})::int "lost",
          round(coalesce(sum("daily" * greatest(0, extract(epoch from least(coalesce("ended", 'infinity'), ${end}) - greatest("opened", ${from})) / 86400)), 0), ${digitsIn(currency)}) "revenue",
          coalesce((select sum("c"."amount_amount") from "product_cost" "c" where "c"."product_id" = "i"."product_id"
            and "c"."amount_currency" = ${currency} and "c"."recorded_at" >= ${from} and "c"."recorded_at" < ${end}), 0) "cost",
          count(*) "all"
        from "i" where "opened" < ${end}${products}${region}
        group by "i"."product_id" order by count(*) desc, "i"."product_id" limit 1000)
      select "product_id" "product", "sold", "ended", "opening", "closing", trim_scale(round("lost"::numeric / nullif("opening", 0), 4)) "churn",
        ${money('"revenue"', currency, 'revenue')}, ${money('"cost"', currency, 'cost')}, ${money('"revenue" - "cost"', currency, 'margin')}
      from "sum" order by "all" desc, "product_id"`;
  },
});

/** What a product brought in each month since its launch, beside what was forecast (PRD-104). */
export const benefitReview = defineReport<Asked<BenefitReviewInput>>({
  name: 'benefitReview',
  description:
    'Forecast and fact of a launched product, month by month; empty before the launch. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-104).',
  rows: BenefitReview,
  args: { input: { type: 'BenefitReviewInput!', description: 'The design.', input: BenefitReviewInput } },
  most: MONTHS,
  admit: admitAnalyst,
  sql: (scope) => {
    const design = `${scope.value(({ input }) => keyOf(input.designId, 'ea', 'designId'))}::uuid`;
    const currency = currencyIn(scope);
    return `
      with "d" as (select "id", "product_id", "launched_at" from "product_design" where "id" = ${design} and "launched_at" is not null),
      "m" as (
        select "d"."id" "design", "d"."product_id" "product", "n" "month", "launched_at" + ("n" - 1) * interval '1 month' "from", "launched_at" + "n" * interval '1 month' "to"
        from "d", generate_series(1, ${MONTHS}) "n" where "launched_at" + "n" * interval '1 month' <= ${scope.now}),
      "i" as (${instances(scope.sees(ProductInstance, '"i"'), currency)} and "i"."product_id" in (select "product_id" from "d"))
      select "m"."month"::int "month", "f"."customers" "forecastCustomers",
        ${money('"f"."revenue_amount"', '"f"."revenue_currency"', 'forecastRevenue')}, ${money('"f"."cost_amount"', '"f"."cost_currency"', 'forecastCost')},
        count(distinct "i"."customer_id") filter (where coalesce("i"."ended", 'infinity') >= "m"."to")::int "customers",
        ${money(`round(coalesce(sum("daily" * greatest(0, extract(epoch from least(coalesce("ended", 'infinity'), "m"."to") - greatest("opened", "m"."from")) / 86400)), 0), ${digitsIn(currency)})`, currency, 'revenue')},
        ${money(
          `coalesce((select sum("c"."amount_amount") from "product_cost" "c" where "c"."product_id" = "m"."product"
          and "c"."amount_currency" = ${currency} and "c"."recorded_at" >= "m"."from" and "c"."recorded_at" < "m"."to"), 0)`,
          currency,
          'cost',
        )}
      from "m" left join "i" on "i"."opened" < "m"."to"
      left join "benefit_forecast" "f" on "f"."design_id" = "m"."design" and "f"."month" = "m"."month" and "f"."revenue_currency" = ${currency}
      group by "m"."month", "m"."product", "m"."from", "m"."to", "f"."customers", "f"."revenue_amount", "f"."revenue_currency", "f"."cost_amount", "f"."cost_currency"
      order by "m"."month"`;
  },
});
