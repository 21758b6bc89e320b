import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type JobDefinition, type Schedule } from '../../kernel/jobs/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { dayAt, operatorToday, operatorZone } from '../calendar/index.js';
import { requireMaintainer } from './maintenance.js';
import { ProductLifecycle } from './product-lifecycle.js';
import type { ProductReviewPlanInput, ProductReviewRecordInput } from './product-review.input.js';
import { ProductReview } from './product-review.js';
import { Product, ProductStatus } from './product.js';

/** Days before a review on which its maintainers are reminded, unless they say otherwise. */
const REMIND_DAYS = 7;
const PATH = ['input', 'productId'];

/** Records a review: the product is in the phase that it found, and the next one is planned (PRD-105). */
export function recordReview(context: CallContext, input: ProductReviewRecordInput): Promise<ProductReview> {
  return context.database.write(context, async (tx) => {
    const product = await managedProduct(tx, input.productId);
    await requireLater(tx, input.nextReviewOn);
    const before = await tx.em.findOne(ProductLifecycle, { product: product.id });
    const { phase, finding } = input;
    const review = Object.assign(new ProductReview(), {
      plannedOn: before?.nextReviewOn ?? null,
      reviewedAt: tx.at,
      reviewedBy: tx.caller.subject,
      formerPhase: before?.phase ?? null,
      ...{ phase, finding },
    });
    const lifecycle =
      before ?? tx.add(Object.assign(new ProductLifecycle(), { product, remindDays: REMIND_DAYS, remindedFor: null }));
    const since = before?.phase === phase ? before.since : tx.at;
    Object.assign(lifecycle, { phase, since, nextReviewOn: input.nextReviewOn ?? null });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'product.reviewed',
      subject: product,
      reason: finding.slice(0, 500),
      data: { former: review.formerPhase ?? null, phase, nextReviewOn: lifecycle.nextReviewOn ?? null },
    });
    return tx.add(Object.assign(review, { lifecycle }));
  });
}

/** Plans the next review of a product, or takes the plan back (PRD-105). */
export function planReview(context: CallContext, input: ProductReviewPlanInput): Promise<ProductLifecycle> {
  return context.database.write(context, async (tx) => {
    const product = await managedProduct(tx, input.productId);
    await requireLater(tx, input.nextReviewOn);
    const lifecycle = await tx.em.findOne(ProductLifecycle, { product: product.id });
    if (!lifecycle) return refuse('NOT_REVIEWED', 'It has no phase yet: record its first review.', PATH);
    const changes = applyChanges(lifecycle, {
      nextReviewOn: input.nextReviewOn ?? null,
      remindDays: input.remindDays ?? lifecycle.remindDays,
    });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'product.review.planned', subject: product, data: { changes } });
    return lifecycle;
  });
}

/** The product, locked, so that of two reviews at once the second one sees the first. */
async function managedProduct(tx: Transaction, id: string): Promise<Product> {
  const product = await tx.get(Product, id, PATH);
  await requireMaintainer(tx, product, PATH);
  if (product.status === ProductStatus.VOID)
    refuse('INVALID_STATE', 'It was given up.', PATH, { state: product.status });
  return product;
}

async function requireLater(tx: Transaction, day: string | null | undefined): Promise<void> {
  if (day && day <= (await operatorToday(tx)))
    refuse('IN_THE_PAST', 'A review is planned for a later day.', ['input', 'nextReviewOn']);
}

const JOB = 'product-review.remind';
const DUE = `
  select "l"."product_id" as "id" from "product_lifecycle" "l" join "product" "p" on "p"."id" = "l"."product_id"
  where "l"."next_review_on" - "l"."remind_days" <= $1::date and "l"."reminded_for" is distinct from "l"."next_review_on" and "p"."status" <> 'VOID'
  order by "l"."next_review_on", "l"."id"`;

/** Reminds of reviews that come near, of each planned day once (PRD-105). */
export const remindOfReviews: JobDefinition = defineJob(JOB, async (_payload, context) => {
  const { database } = context;
  const today = dayAt(database.clock(), await operatorZone(database));
  const { rows } = await database.pool.query<{ id: string }>(DUE, [today]);
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const product = await tx.find(Product, id);
      const lifecycle = await tx.em.findOne(ProductLifecycle, { product: id });
      if (!product || !lifecycle?.nextReviewOn || lifecycle.remindedFor === lifecycle.nextReviewOn) return;
      lifecycle.remindedFor = lifecycle.nextReviewOn;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'product.review.due',
        subject: product,
        data: {
          ...{ code: product.code, phase: lifecycle.phase, reviewOn: lifecycle.nextReviewOn },
          configuredBy: product.configuredBy ?? null,
        },
      });
    });
});

export const reviewSchedule: Schedule = {
  name: JOB,
  cron: '20 1 * * *',
  job: JOB,
  description: 'Reminds of reviews of products that come near.',
};
