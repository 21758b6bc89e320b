import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { NewJob } from '../../kernel/jobs/index.js';
import { ChargeType, Offering, type PriceChange, priceChanges, type PriceSource } from '../catalogue/index.js';
import { PricingOrderJob } from './pricing-order-jobs.js';
import { PricingOrder, PricingOrderStatus as S } from './pricing-order.js';
import { type RequestedTerms, requestedTerms } from './requested-charges.js';
import { CONFIGURED, supersede } from './supersede.js';
import { replyLimit, writePricingOrder } from './write-pricing-order.js';

/** A change to be followed, from the offerings after a key on. */
export interface FollowedChange extends PriceChange, Record<string, unknown> {
  after: string | null;
}

/** Offerings that one job looks at; the next ones are left to another. */
const BATCH = 50;

/** Charges that billing raises by itself, again and again; those that are due once are priced at sale. */
const TYPES = [ChargeType.PERIODIC, ChargeType.USAGE] as const;

/** Offerings sold by a plan or a rule, however deep it lies, or by the standard price that a rule is. */
const BY_PLANS = (start: string, standard = ''): string => `
  with recursive "up" as (
    ${start}
    union select "m"."plan_id" from "tariff_plan_member" "m" join "up" on "m"."nested_plan_id" = "up"."id"
  )
  select "t"."offering_id" "id" from "up" join "offering_tariff" "t" on "t"."tariff_plan_id" = "up"."id"
  union select "s"."offering_id" from "up" join "offering_sla" "s" on "s"."tariff_plan_id" = "up"."id"${standard}`;

/** Offerings that billing has been told of it before, which may have lost it since. */
const told = (list: 'charges' | 'discounts', noun: string): string => `
  union select "p"."offering_id" from "${noun}" "n" join "pricing_order" "p"
    on "p"."tariff_plan_id" is null and "p"."${list}" @> jsonb_build_array(jsonb_build_object('code', "n"."code")) where "n"."id" = (select "id" from "given")`;

const CONCERNED: Record<PriceSource, string> = {
  rule:
    BY_PLANS(
      `select "plan_id" "id" from "tariff_plan_member" where "rule_id" = (select "id" from "given")`,
      ` union select "c"."offering_id" from "tariff_rule" "r" join "offering_component" "c" on "c"."product_id" = "r"."product_id" where "r"."id" = (select "id" from "given")`,
    ) + told('charges', 'tariff_rule'),
  plan: BY_PLANS(`select "id" from "given"`),
  offering: `select "id" from "given"`,
  discount:
    `select "offering_id" "id" from "offering_discount" where "discount_id" = (select "id" from "given")` +
    told('discounts', 'discount'),
};

const concerned = (source: PriceSource): string => `
  with "given" as (select ?::uuid "id"), "concerned" as (${CONCERNED[source]})
  select "o"."id" from "offering" "o" where "o"."id" in (select "id" from "concerned") and "o"."status" = any(?::text[])
    and (?::uuid is null or "o"."id" > ?::uuid) order by "o"."id" limit ${BATCH}`;

function follow(change: PriceChange, after: string | null): NewJob {
  const { source, id, mark } = change;
  const payload: FollowedChange = { source, id, mark, after };
  const name = PricingOrderJob.follow;
  return { name, payload, key: [name, source, id, mark, ...(after ? [after] : [])].join(':') };
}

priceChanges.listen((tx: Transaction, change) => tx.enqueue(follow(change, null)));

/**
 * Asks billing for the recurring and usage charges of every offering that a change of prices concerns and that billing has configured or is
 * about to, without taking it out of sale (PRD-91). May be repeated: of one change an offering gets one order at most, and none when nothing
 * that billing was told has become different.
 */
export async function followPriceChange(context: CallContext, { after, ...change }: FollowedChange): Promise<void> {
  const values = [change.id, `{${CONFIGURED.join(',')}}`, after, after];
  const found = await context.database.orm.em.fork().execute<{ id: string }[]>(concerned(change.source), values);
  const cause = `${change.source}:${change.id}:${change.mark}`;
  for (const { id } of found) await context.database.write(context, (tx) => reprice(tx, id, cause));
  if (found.length === BATCH)
    await context.database.write(context, async (tx) => tx.enqueue(follow(change, found.at(-1)!.id)));
}

async function reprice(tx: Transaction, id: string, cause: string): Promise<void> {
  // Locked: of two changes at once the later one sees the order that the former has written.
  const offering = await tx.find(Offering, id);
  if (!offering || !CONFIGURED.includes(offering.status)) return;
  if (await tx.em.findOne(PricingOrder, { offering: id, cause })) return;
  const terms = await requestedTerms(tx, { offering }, TYPES);
  if (!(await differs(tx, id, terms))) return;
  const order = await writePricingOrder(tx, {
    ...{ offering, tariffPlan: null, chargeTypes: [...TYPES], ...terms },
    ...{ dueAt: replyLimit(tx, null), remark: null, repricing: true, cause },
  });
  await supersede(tx, order);
}

/** Whether billing was told otherwise the last time that it was told of a class of charges, or never. */
async function differs(tx: Transaction, offering: string, now: RequestedTerms): Promise<boolean> {
  for (const type of TYPES) {
    const last = await tx.em.findOne(
      PricingOrder,
      { offering, tariffPlan: null, status: { $nin: [S.REFUSED, S.WITHDRAWN] }, chargeTypes: { $contains: [type] } },
      { orderBy: { createdAt: 'desc', id: 'desc' } },
    );
    const before = {
      charges: (last?.charges ?? []) as RequestedTerms['charges'],
      plans: (last?.plans ?? []) as RequestedTerms['plans'],
      discounts: (last?.discounts ?? []) as RequestedTerms['discounts'],
    };
    if (said(before, type) !== said(now, type)) return true;
  }
  return false;
}

/** What is said of a class of charges: those themselves, with the discounts on them, and how the plans are sold in which they stand. */
function said({ charges, plans, discounts }: RequestedTerms, type: ChargeType): string {
  const own = charges.filter((charge) => charge.type === type);
  const holding = new Set(own.map(({ plan }) => plan));
  // A plan leads to charges through those nested in it.
  for (let before = -1; before !== holding.size;) {
    before = holding.size;
    for (const { code, parts } of plans) if (parts.some(({ plan }) => plan && holding.has(plan))) holding.add(code);
  }
  return canonical([
    own,
    plans.filter(({ code }) => holding.has(code)),
    discounts.filter((discount) => discount.chargeType === type),
  ]);
}

/** The database keeps the keys of objects in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
