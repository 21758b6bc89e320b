import type { Transaction } from '../../kernel/database/transaction.js';
import type { CustomerServiceType } from '../catalogue/index.js';
import { ServiceConflict, ServiceRelation } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { decideInFlight } from './in-flight-decision.js';
import { OrderStatus } from './order.enums.js';
import { finalServiceOrderStates } from './service-order-status.js';

/** A service in flight on an instance, and what it means for the one that is requested. */
export interface Conflict {
  instance: ProductInstance;
  running: CustomerServiceType;
  orderId: string;
  orderNo: string;
  decision: ServiceConflict;
}

interface InFlightRow {
  instance_id: string;
  action: CustomerServiceType;
  order_id: string;
  order_no: string;
}

// A line is in flight on an instance from submission on; once it is decomposed, only while its service order there is open. An upgrade is in
// flight on all that it takes the place of until its order has ended, as a change of it.
const inFlightSql = `
  with p as (select "id", "offering_instance_id" from "product_instance" where "id" = any(?::uuid[])),
  touched as (
    select p."id" "instance_id", i."id" "item_id" from p join "order_item" i on i."product_instance_id" = p."id"
    union
    select p."id", i."id" from p join "order_item" i on i."offering_instance_id" = p."offering_instance_id" and i."product_instance_id" is null
    union
    select p."id", s."order_item_id" from p join "service_order" s on s."product_instance_id" = p."id"
    union
    select p."id", i."id" from p join "order_item" i on i."replaces_id" = p."offering_instance_id"
  )
  select distinct t."instance_id", case when i."replaces_id" = p."offering_instance_id" then 'CHANGE' else i."action" end "action", o."id" "order_id", o."order_no"
  from touched t join p on p."id" = t."instance_id"
  join "order_item" i on i."id" = t."item_id"
  join "customer_order" o on o."id" = i."order_id"
  left join "service_order" s on s."order_item_id" = i."id" and s."product_instance_id" = t."instance_id"
  where o."status" <> all(?::text[]) and (s."id" is null or s."status" <> all(?::text[]) or i."replaces_id" = p."offering_instance_id") and o."id" < ?::uuid
  order by o."order_no"`;

const finalOrderStates = `{${OrderStatus.COMPLETED},${OrderStatus.CANCELLED}}`;

/**
 * Services in flight on instances, with the decision for the requested one (ORD-10); pairs that may run together are left out.
 * @param before only orders written before the one with this key count, so that two waiting orders never wait for each other
 */
export async function conflictsOn(
  tx: Transaction,
  instances: readonly ProductInstance[],
  requested: CustomerServiceType,
  before: string,
): Promise<Conflict[]> {
  if (instances.length === 0) return [];
  const keys = `{${instances.map((instance) => instance.id).join(',')}}`;
  const rows = await tx.em.execute<InFlightRow[]>(inFlightSql, [
    keys,
    finalOrderStates,
    `{${finalServiceOrderStates.join(',')}}`,
    before,
  ]);
  if (rows.length === 0) return [];
  const rules = await tx.em.find(ServiceRelation, {
    product: { $in: [...new Set(instances.map((instance) => instance.product.id))] },
  });
  return rows.flatMap((row) => {
    const instance = instances.find((candidate) => candidate.id === row.instance_id)!;
    const productRules = rules.filter((rule) => rule.product.id === instance.product.id);
    const decision = decideInFlight(productRules, row.action, requested);
    if (decision === ServiceConflict.ALLOW) return [];
    return [{ instance, running: row.action, orderId: row.order_id, orderNo: row.order_no, decision }];
  });
}
