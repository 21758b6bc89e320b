import type { Domain } from '../../kernel/domain.js';
import { BillResolver } from './bill.resolver.js';
import './close-inquiry.js';

export { billPatience } from './ask-bills.js';
export * from './bill-source.port.js';

/** Bills, asked of billing when somebody looks (CUS-32, TMF678 Customer Bill Management); nothing of them is kept here. */
export const bill: Domain = { name: 'bill', entities: [], resolvers: [BillResolver] };
