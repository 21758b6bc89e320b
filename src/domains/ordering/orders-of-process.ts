import { nounOf } from '../../kernel/model/index.js';
import { Order } from './order.js';
import { ServiceOrder } from './service-order.js';

/** Query in SQL: the service orders that a process is about, one of them or all of an order. @param alias quoted alias of `process_instance` */
export const serviceOrdersOfProcess = (alias: string): string => {
  const { table } = nounOf(ServiceOrder);
  return `select "s".* from "${table}" "s" where ${alias}."object_type" = 'Order' and "s"."order_id" = ${alias}."object_key"
    union all select "s".* from "${table}" "s" where ${alias}."object_type" = 'ServiceOrder' and "s"."id" = ${alias}."object_key"`;
};

/** Query in SQL, to be joined with: orders by `id` with `process_instance_id`, the key of the process that carries each out. */
export const processesOfOrders = (): string =>
  `(select "id", "process_instance_id" from "${nounOf(Order).table}" where "process_instance_id" is not null)`;
