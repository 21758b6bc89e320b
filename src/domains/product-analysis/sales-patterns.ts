import { defineReport } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { CustomerProductMixInput, OfferingCorrelationInput, PriceElasticityInput } from './analysis.input.js';
import { CustomerProductMix, OfferingCorrelation, PriceElasticity } from './analysis.js';
import { admitAnalyst, type Asked, currencyIn, keyOf, keysOf, money } from './read-analysis.js';

const HELD = `"i"."status" in ('ACTIVE', 'BROKEN')`;
/** The monthly price of an offering instance in a currency. */
const monthly = (currency: string) =>
  `case when coalesce("i"."agreed_price_currency", "t"."price_currency") = ${currency} then coalesce("i"."agreed_price_amount", "t"."price_amount") end`;
const withPlan = `left join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id" and "t"."period" = 'MONTH'`;

/** Which offerings customers have together more often than chance, as proposals for cross-selling (PRD-107). */
export const offeringCorrelations = defineReport<Asked<OfferingCorrelationInput>>({
  name: 'offeringCorrelations',
  description:
    'Offerings that customers have together, those that go together most first. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-107).',
  rows: OfferingCorrelation,
  args: { input: { type: 'OfferingCorrelationInput!', description: 'Which pairs.', input: OfferingCorrelationInput } },
  most: 200,
  admit: admitAnalyst,
  sql: (scope) => {
    const offering = scope.where(
      ({ input }) => input.offeringId,
      (key) => ` where "a"."offering" = ${key}::uuid`,
      (id) => keyOf(id, 'of', 'offeringId'),
    );
    const least = `${scope.value(({ input }) => input.minCustomers)}::int`;
    const most = `${scope.value(({ input }) => input.most ?? 20)}::int`;
    return `
      with "held" as (select distinct "i"."customer_id" "customer", "i"."offering_id" "offering" from "offering_instance" "i"
        where ${HELD} and ${scope.sees(OfferingInstance, '"i"')}),
      "single" as (select "offering", count(*) "n" from "held" group by 1),
      "total" as (select count(distinct "customer") "n" from "held"),
      "pair" as (select "a"."offering" "from", "b"."offering" "to", count(*) "n" from "held" "a" join "held" "b" on "b"."customer" = "a"."customer" and "b"."offering" <> "a"."offering"
        ${offering} group by 1, 2 having count(*) >= ${least})
      select "p"."from", "p"."to", "p"."n"::int "customers", round("p"."n"::numeric / "f"."n", 4) "confidence",
        round("p"."n"::numeric * "total"."n" / ("f"."n" * "s"."n"), 4) "lift",
        exists (select 1 from "offering_relation" "r" where "r"."from_id" = "p"."from" and "r"."to_id" = "p"."to" and "r"."kind" = 'CROSS_SELL') "related"
      from "pair" "p" join "single" "f" on "f"."offering" = "p"."from" join "single" "s" on "s"."offering" = "p"."to", "total"
      order by "p"."n"::numeric * "total"."n" / ("f"."n" * "s"."n") desc, "p"."n" desc, "p"."from", "p"."to" limit ${most}`;
  },
});

/**
 * How sales answered to prices: for each monthly price the sales a month, from its first sale to the first one at another price; the slope
 * of their logarithms (PRD-107).
 */
export const priceElasticities = defineReport<Asked<PriceElasticityInput>>({
  name: 'priceElasticities',
  description:
    'How sales answered to prices; offerings that were never sold are left out. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-107).',
  rows: PriceElasticity,
  args: { input: { type: 'PriceElasticityInput!', description: 'The offerings.', input: PriceElasticityInput } },
  most: 50,
  admit: admitAnalyst,
  sql: (scope) => {
    const offerings = `${scope.value(({ input }) => keysOf(input.offeringIds, 'of', 'offeringIds'))}::uuid[]`;
    return `
      with "sale" as (select "i"."offering_id" "offering", ${monthly(currencyIn(scope))} "price", "i"."validity_from" "at" from "offering_instance" "i" ${withPlan}
        where "i"."offering_id" = any(${offerings}) and ${scope.sees(OfferingInstance, '"i"')}),
      "level" as (select "offering", "price", count(*) "n", greatest(1, extract(epoch from max("at") - min("at")) / 2628000) "months"
        from "sale" where "price" > 0 group by 1, 2)
      select "offering", count(*)::int "prices", sum("n")::int "sales",
        round(regr_slope(ln("n" / "months"), ln("price"))::numeric, 4) "elasticity"
      from "level" group by "offering" order by "offering"`;
  },
});

/** What a customer has by product line, and how what it pays compares with what others pay for the same (PRD-106). */
export const customerProductMix = defineReport<Asked<CustomerProductMixInput>>({
  name: 'customerProductMix',
  description:
    'What a customer has by product line, and its price level; empty for one that the caller may not see. For staff with `product.analysis`. Fails with FORBIDDEN or BAD_USER_INPUT (PRD-106).',
  rows: CustomerProductMix,
  args: { input: { type: 'CustomerProductMixInput!', description: 'The customer.', input: CustomerProductMixInput } },
  most: 200,
  admit: admitAnalyst,
  sql: (scope) => {
    const customer = `${scope.value(({ input }) => keyOf(input.customerId, 'cu', 'customerId'))}::uuid`;
    const currency = currencyIn(scope);
    return `
      with "own" as (select "i"."offering_id" "offering", ${monthly(currency)} "price" from "offering_instance" "i" ${withPlan}
        join "customer" "c" on "c"."id" = "i"."customer_id"
        where "i"."customer_id" = ${customer} and ${HELD} and ${scope.sees(Customer, '"c"')} and ${scope.sees(OfferingInstance, '"i"')}),
      "usual" as (select "i"."offering_id" "offering", avg(${monthly(currency)}) "price" from "offering_instance" "i" ${withPlan}
        where "i"."offering_id" in (select "offering" from "own") and ${HELD} and ${scope.sees(OfferingInstance, '"i"')} group by 1)
      select "o"."product_line_id" "productLine", count(*)::int "offerings", ${money('coalesce(sum("own"."price"), 0)', currency, 'monthly')},
        round(sum("own"."price") / nullif(sum("usual"."price") filter (where "own"."price" is not null), 0), 4) "priceLevel"
      from "own" join "offering" "o" on "o"."id" = "own"."offering" join "usual" on "usual"."offering" = "own"."offering"
      group by 1 order by 2 desc, 1 limit 200`;
  },
});
