import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { NewJob } from '../../kernel/jobs/index.js';
import {
  ChargeType,
  Offering,
  OfferingStatus,
  type PriceChange,
  priceChanges,
  type PriceSource,
  TariffPlan,
} from '../catalogue/index.js';
import { codesIn } from './codes-in.js';
import { IndividualPlan } from './individual-plan.js';
import { RUNNING } from './running.js';
import { PricingOrderJob } from './pricing-order-jobs.js';
import { PricingOrder, PricingOrderStatus as S } from './pricing-order.js';
import { type RequestedTerms, requestedTerms } from './requested-charges.js';
import { CONFIGURED, supersede } from './supersede.js';
import { replyLimit, writePricingOrder } from './write-pricing-order.js';

/** A change to be followed, from what it concerns after some keys on. */
export interface FollowedChange extends PriceChange, Record<string, unknown> {
  /** Key of an offering; null for the first one. */
  after: string | null;
  /** Key of a plan that one customer alone has it with; null, or left out, for what all customers buy. */
  afterPlan?: string | null;
}

/** What billing is asked about: an offering as all customers buy it, or as the one does who has a plan alone (PRD-118). */
interface Concerned {
  offeringId: string;
  planId: string | null;
}

/** So many a job looks at; the next ones are left to another. Not few: of a rule that is everywhere, finding them takes a second each time. */
const BATCH = 500;

/** Charges that billing raises by itself, again and again; those that are due once are priced at sale. */
const TYPES = [ChargeType.PERIODIC, ChargeType.USAGE] as const;

/** Offerings by whom they are sold by a plan or a rule, however deep it lies, or by the standard price that a rule is. */
const BY_PLANS = (start: string, standard = ''): string => `
  with recursive "up" as (
    ${start}
    union select "m"."plan_id" from "tariff_plan_member" "m" join "up" on "m"."nested_plan_id" = "up"."id"
  )
  select "t"."offering_id" "offering", null::uuid "plan" from "up" join "offering_tariff" "t" on "t"."tariff_plan_id" = "up"."id"
  union select "s"."offering_id", null from "up" join "offering_sla" "s" on "s"."tariff_plan_id" = "up"."id"
  union select "i"."offering_id", "i"."tariff_plan_id" from "up" join "individual_plan" "i" on "i"."tariff_plan_id" = "up"."id"${standard}`;

/** Offerings of which billing has been told of it before, which may have lost it since. */
const told = (list: 'charges' | 'discounts', noun: string): string => `
  union select "p"."offering_id", "p"."tariff_plan_id" from "${noun}" "n" join "pricing_order" "p"
    on ${codesIn(`"p"."${list}"`)} @> to_jsonb("n"."code") where "n"."id" = (select "id" from "given")`;

const CONCERNED: Record<PriceSource, string> = {
  rule:
    BY_PLANS(
      `select "plan_id" "id" from "tariff_plan_member" where "rule_id" = (select "id" from "given")`,
      ` union select "c"."offering_id", null from "tariff_rule" "r" join "offering_component" "c" on "c"."product_id" = "r"."product_id" where "r"."id" = (select "id" from "given")`,
    ) + told('charges', 'tariff_rule'),
  plan: BY_PLANS(`select "id" from "given"`),
  offering: `select "id" "offering", null::uuid "plan" from "given"`,
  discount:
    `select "offering_id" "offering", null::uuid "plan" from "offering_discount" where "discount_id" = (select "id" from "given")` +
    told('discounts', 'discount'),
};

const LIVE = `'${RUNNING.join("', '")}'`;
const NO_PLAN = '00000000-0000-0000-0000-000000000000';

/**
 * Of what is concerned, that which billing charges for, or is about to: what is sold, and what is sold no more while somebody still has it.
 * What was made for one customer is told as that customer has it, with everything that all would buy it by.
 */
const concerned = (source: PriceSource): string => `
  with "given" as (select ?::uuid "id"), "concerned" as (${CONCERNED[source]}), "each" as (
    select "offering", "plan" from "concerned"
    union select "i"."offering_id", "i"."tariff_plan_id" from "concerned" join "individual_plan" "i" on "i"."offering_id" = "concerned"."offering" and "i"."own_offering"
  )
  select "o"."id" "offeringId", "each"."plan" "planId" from "each" join "offering" "o" on "o"."id" = "each"."offering"
  where case when "each"."plan" is null
    then "o"."status" = any(?::text[]) or "o"."status" = '${OfferingStatus.EXPIRED}'
      and exists (select 1 from "offering_instance" "r" where "r"."offering_id" = "o"."id" and "r"."status" in (${LIVE}))
    else exists (select 1 from "individual_plan" "i" where "i"."offering_id" = "o"."id" and "i"."tariff_plan_id" = "each"."plan" and ("i"."status" in ('REQUESTED', 'IN_FORCE')
      or exists (select 1 from "offering_instance" "r" where "r"."offering_id" = "o"."id" and "r"."tariff_plan_id" = "each"."plan" and "r"."status" in (${LIVE})))) end
    and (?::uuid is null or ("o"."id", coalesce("each"."plan", '${NO_PLAN}')) > (?::uuid, coalesce(?::uuid, '${NO_PLAN}')))
  order by "o"."id", coalesce("each"."plan", '${NO_PLAN}') limit ${BATCH}`;

function follow(change: PriceChange, from: Concerned | null): NewJob {
  const { source, id, mark } = change;
  const after = from?.offeringId ?? null;
  const afterPlan = from?.planId ?? null;
  const payload: FollowedChange = { source, id, mark, after, afterPlan };
  const name = PricingOrderJob.follow;
  return { name, payload, key: [name, source, id, mark, ...[after, afterPlan].filter((key) => key)].join(':') };
}

priceChanges.listen((tx: Transaction, change) => tx.enqueue(follow(change, null)));

/**
 * Asks billing for the recurring and usage charges of every offering that a change of prices concerns and that billing has configured or is
 * about to, without taking it out of sale (PRD-91); so too of what is not sold any more and still runs, and of what one customer alone has
 * (PRD-118). May be repeated: of one change an offering gets one order at most for whom it is sold to, and none when nothing that billing
 * was told has become different.
 */
export async function followPriceChange(
  context: CallContext,
  { after, afterPlan = null, ...change }: FollowedChange,
): Promise<void> {
  const values = [change.id, `{${CONFIGURED.join(',')}}`, after, after, afterPlan];
  const found = await context.database.orm.em.fork().execute<Concerned[]>(concerned(change.source), values);
  for (const each of found) await context.database.write(context, (tx) => reprice(tx, each, causeOf(change, each)));
  if (found.length === BATCH)
    await context.database.write(context, async (tx) => tx.enqueue(follow(change, found.at(-1)!)));
}

const causeOf = ({ source, id, mark }: PriceChange, { planId }: Concerned): string =>
  [source, id, mark, ...(planId ? [planId] : [])].join(':');

async function reprice(tx: Transaction, { offeringId, planId }: Concerned, cause: string): Promise<void> {
  // Locked: of two changes at once the later one sees the order that the former has written.
  const offering = (await tx.find(Offering, offeringId))!;
  if (await tx.em.findOne(PricingOrder, { offering: offeringId, cause })) return;
  const tariffPlan = planId ? await tx.em.findOneOrFail(TariffPlan, planId) : null;
  const own = planId && (await tx.em.count(IndividualPlan, { offering: offeringId, ownOffering: true })) > 0;
  // What all customers buy is told by an order of its own.
  const terms = await requestedTerms(tx, { offering: planId && !own ? null : offering, tariffPlan }, TYPES);
  if (!(await differs(tx, { offeringId, planId }, terms))) return;
  const order = await writePricingOrder(tx, {
    ...{ offering, tariffPlan, chargeTypes: [...TYPES], ...terms },
    ...{ dueAt: replyLimit(tx, null), remark: null, repricing: true, cause },
  });
  await supersede(tx, order);
}

/** Whether billing was told otherwise the last time that it was told of a class of charges, or never. */
async function differs(
  tx: Transaction,
  { offeringId: offering, planId: tariffPlan }: Concerned,
  now: RequestedTerms,
): Promise<boolean> {
  for (const type of TYPES) {
    const last = await tx.em.findOne(
      PricingOrder,
      { offering, tariffPlan, status: { $nin: [S.REFUSED, S.WITHDRAWN] }, chargeTypes: { $contains: [type] } },
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
