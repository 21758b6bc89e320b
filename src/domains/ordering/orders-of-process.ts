import { nounOf } from '../../kernel/model/index.js';
import { ServiceOrder } from './service-order.js';

/** Query in SQL: the service orders that a process is about, one of them or all of an order. @param alias quoted alias of `process_instance` */
export const serviceOrdersOfProcess = (alias: string): string => {
  const { table } = nounOf(ServiceOrder);
  return `select "s".* from "${table}" "s" where ${alias}."object_type" = 'Order' and "s"."order_id" = ${alias}."object_key"
    union all select "s".* from "${table}" "s" where ${alias}."object_type" = 'ServiceOrder' and "s"."id" = ${alias}."object_key"`;
};
