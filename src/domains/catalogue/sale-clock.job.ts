import type { CallContext } from '../../kernel/database/context.js';
import { defineJob, type JobDefinition, type Schedule } from '../../kernel/jobs/index.js';
import { dayAt, operatorZone } from '../calendar/index.js';
import { countLiveInstances } from './live-instances.js';
import { OfferingAction, offeringLifecycle } from './offering.lifecycle.js';
import { Offering, OfferingStatus } from './offering.js';
import { ProductAction, productLifecycle } from './product.lifecycle.js';
import { ProductWithdrawal } from './product-withdrawal.js';
import { Product, ProductStatus } from './product.js';

const JOB = 'catalogue.sale-clock';
const ended = (table: string) =>
  `select "id" from "${table}" where "status" = 'IN_USE' and "validity_to" <= $1 order by "validity_to", "id"`;
const STOPPING = `select "product_id" "id" from "product_withdrawal" where "sale_stopped_at" is null and "stop_sale_on" <= $1::date order by 1`;
const ENDING = `select "product_id" "id" from "product_withdrawal" where "service_end_told_at" is null and "end_of_service_on" <= $1::date order by 1`;
const OVER = 'The time of its sale has ended.';

/** Takes off the market what the clock ends: products and offerings by their validity, and products by their withdrawal (PRD-04, PRD-32, PRD-98). */
export const followSaleClock: JobDefinition = defineJob(JOB, async (_payload, context) => {
  const { database } = context;
  const at = database.clock();
  const keys = async (text: string, value: unknown) =>
    (await database.pool.query<{ id: string }>(text, [value])).rows.map(({ id }) => id);
  for (const id of await keys(ended('product'), at)) await expireProduct(context, id, at);
  for (const id of await keys(ended('offering'), at)) await expireOffering(context, id, at);
  const today = dayAt(at, await operatorZone(database));
  for (const id of await keys(STOPPING, today)) await stopSale(context, id, today);
  for (const id of await keys(ENDING, today)) await tellServiceEnd(context, id, today);
});

/** Between the list and the lock it may have been extended or taken off by hand. */
const isOver = ({ validity }: Product | Offering, at: Date): boolean => Boolean(validity.to && validity.to <= at);

const expireProduct = (context: CallContext, id: string, at: Date) =>
  context.database.write(context, async (tx) => {
    const product = await tx.find(Product, id);
    if (product?.status === ProductStatus.IN_USE && isOver(product, at))
      await productLifecycle.move(tx, product, ProductAction.EXPIRE, { reason: OVER });
  });

const expireOffering = (context: CallContext, id: string, at: Date) =>
  context.database.write(context, async (tx) => {
    const offering = await tx.find(Offering, id);
    if (offering?.status === OfferingStatus.IN_USE && isOver(offering, at))
      await offeringLifecycle.move(tx, offering, OfferingAction.EXPIRE, { reason: OVER });
  });

const stopSale = (context: CallContext, id: string, today: string) =>
  context.database.write(context, async (tx) => {
    const product = await tx.find(Product, id);
    const plan = await tx.em.findOne(ProductWithdrawal, { product: id }, { populate: ['replacedBy'] });
    if (!product || !plan || plan.saleStoppedAt || plan.stopSaleOn > today) return;
    plan.saleStoppedAt = tx.at;
    if (product.status === ProductStatus.IN_USE)
      await productLifecycle.move(tx, product, ProductAction.EXPIRE, { reason: plan.reason });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'product.withdrawal.sale-stopped',
      subject: product,
      reason: plan.reason,
      data: {
        ...{ code: product.code, replacedBy: plan.replacedBy?.code ?? null },
        ...{ endOfServiceOn: plan.endOfServiceOn ?? null, liveInstances: await countLiveInstances(tx, product) },
      },
    });
  });

const tellServiceEnd = (context: CallContext, id: string, today: string) =>
  context.database.write(context, async (tx) => {
    const product = await tx.find(Product, id);
    const plan = await tx.em.findOne(ProductWithdrawal, { product: id }, { populate: ['replacedBy'] });
    if (!product || !plan?.endOfServiceOn || plan.serviceEndToldAt || plan.endOfServiceOn > today) return;
    plan.serviceEndToldAt = tx.at;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'product.withdrawal.service-ends',
      subject: product,
      data: {
        ...{ code: product.code, replacedBy: plan.replacedBy?.code ?? null },
        liveInstances: await countLiveInstances(tx, product),
      },
    });
  });

export const saleClockSchedule: Schedule = {
  name: JOB,
  cron: '5 * * * *',
  job: JOB,
  description: 'Takes products and offerings off the market whose time of sale has ended.',
};
