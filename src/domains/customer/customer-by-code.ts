import type { Reference } from '../../kernel/tables/index.js';
import { Customer } from './customer.js';

/** How a cell of a table names a customer: by any code of theirs, at whatever level it holds (CUS-07). */
export const customerByCode: Reference = {
  noun: Customer,
  select: 'select "code" as "key", "customer_id" as "id" from "customer_code" where "code" = any($1)',
};
