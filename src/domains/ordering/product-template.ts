import type { Transaction } from '../../kernel/database/transaction.js';
import { nounOf } from '../../kernel/model/index.js';
import { ProcessStep, templateRows, versionsInUse } from '../process/index.js';
import { OrderWork } from './order-fulfilment.js';
import { Order } from './order.js';

/**
 * Templates that the supervised products of an order name, of those for orders that are published and have a step in which service orders
 * are done. One may have been named before it was for other objects, or otherwise than by who says how products are fulfilled.
 */
const named = (): string => `
  with "sold" as (
    select "c"."product_id" as "id" from "order_item" "i" join "offering_component" "c" on "c"."offering_id" = "i"."offering_id"
      where "i"."order_id" = ? and "i"."offering_instance_id" is null and "i"."product_instance_id" is null
    union select "p"."product_id" from "order_item" "i" join "product_instance" "p" on "p"."id" = "i"."product_instance_id" where "i"."order_id" = ?
    union select "p"."product_id" from "order_item" "i" join "product_instance" "p" on "p"."offering_instance_id" = "i"."offering_instance_id"
      where "i"."order_id" = ? and "i"."product_instance_id" is null
  )
  select distinct "t"."code" from "sold" join "product" "d" on "d"."id" = "sold"."id" and "d"."supervised"
  join ${templateRows()} "t" on "t"."id" = "d"."process_template_id" and "t"."object_type" = ?
  where exists (select 1 from ${versionsInUse('?')} "v" join "${nounOf(ProcessStep).table}" "s" on "s"."version_id" = "v"."id"
    where "v"."template_id" = "t"."id" and "s"."handler" = ?)`;

/**
 * Code of the template that the products of a supervised order name for it (WFL-73); null when they name none or several, and then the one
 * that applies is chosen as for every order. The lines are written first.
 */
export async function templateOfProducts(tx: Transaction, order: Order): Promise<string | null> {
  if (!order.supervised) return null;
  await tx.em.flush();
  const values = [order.id, order.id, order.id, nounOf(Order).name, tx.at, tx.at, OrderWork.fulfil];
  const rows = await tx.em.execute<{ code: string }[]>(named(), values);
  return rows.length === 1 ? rows[0]!.code : null;
}
