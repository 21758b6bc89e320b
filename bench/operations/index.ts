import { customerByCode } from './customer-by-code.ts';
import { customerView20k } from './customer-view-20k.ts';
import { customerView2k } from './customer-view-2k.ts';
import { dashboard } from './dashboard.ts';
import type { Operation } from './operation.ts';
import { ordersFiltered } from './orders-filtered.ts';
import { ordersPage1, ordersPage10000 } from './orders-pages.ts';
import { searchName, searchNumber } from './search.ts';

/** Everything that is measured against the rivals. */
export const operations: readonly Operation[] = [
  customerByCode,
  customerView2k,
  customerView20k,
  ordersFiltered,
  ordersPage1,
  ordersPage10000,
  dashboard,
  searchName,
  searchNumber,
];
