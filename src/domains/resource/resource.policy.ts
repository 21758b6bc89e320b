import { allow, anyOf, definePolicy, inRegion, ofCustomer, policyPublic, via } from '../../kernel/access/index.js';
import { Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { StockBalance } from './stock-balance.js';
import { StockHolder } from './stock-holder.js';
import { StockNote } from './stock-note.js';

policyPublic(ResourceType);
// Staff see the stock of their regions.
definePolicy(StockHolder, { STAFF: inRegion('region') });
definePolicy(StockBalance, { STAFF: via('holder') });
definePolicy(StockNote, { STAFF: anyOf(via('from'), via('to')) });
// Customers see what they have and what is kept for them.
definePolicy(ResourceItem, { STAFF: via('holder'), CUSTOMER: via('instance') });
definePolicy(Reservation, { STAFF: via('holder'), CUSTOMER: ofCustomer('customer') });

allow({
  resourceTypeSave: ['STAFF'],
  stockHolderCreate: ['STAFF'],
  stockIn: ['STAFF'],
  stockReverse: ['STAFF'],
  stockTransfer: ['STAFF'],
  stockScrap: ['STAFF'],
  resourceReserve: ['STAFF'],
  reservationRelease: ['STAFF'],
  resourceAllocate: ['STAFF'],
  resourceReturn: ['STAFF'],
  resourceReplace: ['STAFF'],
});
