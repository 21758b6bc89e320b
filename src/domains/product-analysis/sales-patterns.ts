import type { CallContext } from '../../kernel/database/context.js';
import { Offering, ProductLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance } from '../inventory/index.js';
import type { CustomerProductMixInput, OfferingCorrelationInput, PriceElasticityInput } from './analysis.input.js';
import { CustomerProductMix, OfferingCorrelation, PriceElasticity } from './analysis.js';
import { Analysis, moneyOf, row } from './read-analysis.js';

const HELD = `"i"."status" in ('ACTIVE', 'BROKEN')`;
/** The monthly price of an offering instance in a currency. */
const monthly = (currency: string) =>
  `case when coalesce("i"."agreed_price_currency", "t"."price_currency") = ${currency} then coalesce("i"."agreed_price_amount", "t"."price_amount") end`;
const withPlan = `left join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id" and "t"."period" = 'MONTH'`;

interface CorrelationRow {
  from: string;
  to: string;
  customers: number;
  confidence: string;
  lift: string;
  related: boolean;
}

/** Which offerings customers have together more often than chance, as proposals for cross-selling (PRD-107). */
export async function offeringCorrelations(
  context: CallContext,
  input: OfferingCorrelationInput,
): Promise<OfferingCorrelation[]> {
  const analysis = Analysis.of(context);
  const offering = analysis.id(input.offeringId, 'of', 'offeringId');
  const least = analysis.bind(input.minCustomers);
  const most = analysis.bind(input.most ?? 20);
  const found = await analysis.rows<CorrelationRow>(`
    with "held" as (select distinct "i"."customer_id" "customer", "i"."offering_id" "offering" from "offering_instance" "i"
      where ${HELD} and ${analysis.sees(OfferingInstance, '"i"')}),
    "single" as (select "offering", count(*) "n" from "held" group by 1),
    "total" as (select count(distinct "customer") "n" from "held"),
    "pair" as (select "a"."offering" "from", "b"."offering" "to", count(*) "n" from "held" "a" join "held" "b" on "b"."customer" = "a"."customer" and "b"."offering" <> "a"."offering"
      where ${offering} is null or "a"."offering" = ${offering} group by 1, 2 having count(*) >= ${least}::int)
    select "p"."from", "p"."to", "p"."n"::int "customers", round("p"."n"::numeric / "f"."n", 4)::text "confidence",
      round("p"."n"::numeric * "total"."n" / ("f"."n" * "s"."n"), 4)::text "lift",
      exists (select 1 from "offering_relation" "r" where "r"."from_id" = "p"."from" and "r"."to_id" = "p"."to" and "r"."kind" = 'CROSS_SELL') "related"
    from "pair" "p" join "single" "f" on "f"."offering" = "p"."from" join "single" "s" on "s"."offering" = "p"."to", "total"
    order by "p"."n"::numeric * "total"."n" / ("f"."n" * "s"."n") desc, "p"."n" desc, "p"."from", "p"."to" limit ${most}::int`);
  return found.map(({ from, to, ...figures }) =>
    Object.assign(new OfferingCorrelation(), { ...figures, from: row(Offering, from), to: row(Offering, to) }),
  );
}

interface ElasticityRow {
  offering: string;
  prices: number;
  sales: number;
  elasticity: string | null;
}

/**
 * How sales answered to prices: for each monthly price the sales a month, from its first sale to the first one at another price; the slope
 * of their logarithms (PRD-107).
 */
export async function priceElasticities(context: CallContext, input: PriceElasticityInput): Promise<PriceElasticity[]> {
  const analysis = Analysis.of(context);
  const offerings = analysis.ids(input.offeringIds, 'of', 'offeringIds');
  const currency = analysis.currency(input.currency);
  const found = await analysis.rows<ElasticityRow>(`
    with "sale" as (select "i"."offering_id" "offering", ${monthly(currency)} "price", "i"."validity_from" "at" from "offering_instance" "i" ${withPlan}
      where "i"."offering_id" = any(${offerings}) and ${analysis.sees(OfferingInstance, '"i"')}),
    "level" as (select "offering", "price", count(*) "n", greatest(1, extract(epoch from max("at") - min("at")) / 2628000) "months"
      from "sale" where "price" > 0 group by 1, 2)
    select "offering", count(*)::int "prices", sum("n")::int "sales",
      round(regr_slope(ln("n" / "months"), ln("price"))::numeric, 4)::text "elasticity"
    from "level" group by "offering" order by "offering"`);
  return found.map(({ offering, ...figures }) =>
    Object.assign(new PriceElasticity(), { ...figures, offering: row(Offering, offering) }),
  );
}

interface MixRow {
  line: string | null;
  offerings: number;
  monthly: string;
  priceLevel: string | null;
}

/** What a customer has by product line, and how what it pays compares with what others pay for the same (PRD-106). */
export async function customerProductMix(
  context: CallContext,
  input: CustomerProductMixInput,
): Promise<CustomerProductMix[]> {
  const analysis = Analysis.of(context);
  const customer = analysis.id(input.customerId, 'cu', 'customerId');
  const currency = analysis.currency(input.currency);
  const found = await analysis.rows<MixRow>(`
    with "own" as (select "i"."offering_id" "offering", ${monthly(currency)} "price" from "offering_instance" "i" ${withPlan}
      join "customer" "c" on "c"."id" = "i"."customer_id"
      where "i"."customer_id" = ${customer} and ${HELD} and ${analysis.sees(Customer, '"c"')} and ${analysis.sees(OfferingInstance, '"i"')}),
    "usual" as (select "i"."offering_id" "offering", avg(${monthly(currency)}) "price" from "offering_instance" "i" ${withPlan}
      where "i"."offering_id" in (select "offering" from "own") and ${HELD} and ${analysis.sees(OfferingInstance, '"i"')} group by 1)
    select "o"."product_line_id" "line", count(*)::int "offerings", coalesce(sum("own"."price"), 0)::text "monthly",
      round(sum("own"."price") / nullif(sum("usual"."price") filter (where "own"."price" is not null), 0), 4)::text "priceLevel"
    from "own" join "offering" "o" on "o"."id" = "own"."offering" join "usual" on "usual"."offering" = "own"."offering"
    group by 1 order by 2 desc, 1`);
  return found.map(({ line, offerings, priceLevel, ...rest }) =>
    Object.assign(new CustomerProductMix(), {
      productLine: line ? row(ProductLine, line) : null,
      offerings,
      priceLevel,
      monthly: moneyOf(rest.monthly, input.currency),
    }),
  );
}
