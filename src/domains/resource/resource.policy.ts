import {
  allow,
  anyOf,
  definePolicy,
  everyRow,
  inRegion,
  ofCustomer,
  ofPartner,
  policyPublic,
  via,
} from '../../kernel/access/index.js';
import { CardAudit } from './card-audit.js';
import { GiftIssue } from './gift-issue.js';
import { NumberLevelRule } from './number-level-rule.js';
import { NumberSegment } from './number-segment.js';
import { OperatingResource } from './operating-resource.js';
import { Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';
import { ResourceRequest } from './resource-request.js';
import { ResourceShortage } from './resource-shortage.js';
import { ResourceType } from './resource-type.js';
import { ShortageReport } from './shortage-report.js';
import { StockBalance } from './stock-balance.js';
import { StockHolder } from './stock-holder.js';
import { StockInOrder } from './stock-in-order.js';
import { StockNote } from './stock-note.js';
import { StockReport } from './stock-report.js';
import { StockTakeLine } from './stock-take-line.js';
import { StockTake } from './stock-take.js';

policyPublic(ResourceType);
policyPublic(NumberSegment);
definePolicy(NumberLevelRule, { STAFF: everyRow });
definePolicy(OperatingResource, { STAFF: everyRow });
// A shortage of the country or province bears on all below it.
definePolicy(ResourceShortage, { STAFF: everyRow });
definePolicy(ShortageReport, { STAFF: everyRow });
// Staff see the stock of their regions, partners what they have themselves (RES-50).
const ofHolder = { STAFF: via('holder'), PARTNER: via('holder') };
const ofMovers = anyOf(via('from'), via('to'));
definePolicy(StockHolder, { STAFF: inRegion('region'), PARTNER: ofPartner('partner') });
definePolicy(StockBalance, ofHolder);
definePolicy(StockNote, { STAFF: ofMovers, PARTNER: ofMovers });
definePolicy(ResourceRequest, ofHolder);
definePolicy(StockReport, ofHolder);
definePolicy(StockInOrder, { STAFF: via('holder') });
definePolicy(StockTake, { STAFF: via('holder') });
definePolicy(CardAudit, { STAFF: via('holder') });
definePolicy(GiftIssue, { STAFF: via('holder'), CUSTOMER: ofCustomer('customer') });
definePolicy(StockTakeLine, { STAFF: via('take') });
// Customers see what they have and what is kept for them.
definePolicy(ResourceItem, { ...ofHolder, CUSTOMER: via('instance') });
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
  resourceRequestCreate: ['STAFF', 'PARTNER'],
  resourceRequestSubmit: ['STAFF', 'PARTNER'],
  resourceRequestDecide: ['STAFF'],
  stockInOrderOpen: ['STAFF'],
  stockInOrderCancel: ['STAFF'],
  stockTakeOpen: ['STAFF'],
  stockTakeRecord: ['STAFF'],
  stockTakePost: ['STAFF'],
  stockTakeCancel: ['STAFF'],
  numberLevelRuleSave: ['STAFF'],
  numberSegmentCreate: ['STAFF'],
  numbersReserve: ['STAFF'],
  giftIssue: ['STAFF'],
  cardAudit: ['STAFF'],
  stockHolderClose: ['STAFF'],
  operatingResourceSave: ['STAFF'],
  // The stock system has a key; nobody else speaks for it.
  resourceShortageReport: [],
});
