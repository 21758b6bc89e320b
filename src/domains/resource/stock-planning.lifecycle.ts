import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type ResourceRequest, ResourceRequestStatus as Q } from './resource-request.js';
import { type StockInOrder, StockInOrderStatus as O } from './stock-in-order.js';
import { type StockTake, StockTakeStatus as T } from './stock-take.js';

const staff = ['STAFF'] as const;
const applicants = ['STAFF', 'PARTNER'] as const;

/** States and steps of a request for stock (RES-07). */
export const requestLifecycle = defineLifecycle<
  ResourceRequest,
  Q,
  'submit' | 'approve' | 'reject' | 'withdraw' | 'rework' | 'close'
>({
  name: 'resourceRequest',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(Q),
  initial: Q.TO_SEND,
  final: [Q.CLOSED],
  read: (request) => request.status,
  write: (request, status) => {
    request.status = status;
  },
  scope: ({ holder }) => ({ regionId: holder.region.id }),
  transitions: [
    { action: 'submit', from: [Q.TO_SEND], to: Q.UNDER_APPROVAL, who: applicants },
    { action: 'approve', from: [Q.UNDER_APPROVAL], to: Q.APPROVED, who: staff },
    { action: 'reject', from: [Q.UNDER_APPROVAL], to: Q.REJECTED, who: staff },
    { action: 'withdraw', from: [Q.UNDER_APPROVAL], to: Q.TO_SEND, who: applicants },
    { action: 'rework', from: [Q.REJECTED], to: Q.TO_SEND, who: applicants },
    { action: 'close', from: [Q.APPROVED], to: Q.CLOSED, who: staff },
  ],
});

/** States and steps of a stock-in order (RES-02). */
export const stockInOrderLifecycle = defineLifecycle<StockInOrder, O, 'post' | 'cancel'>({
  name: 'stockInOrder',
  states: Object.values(O),
  initial: O.OPEN,
  final: [O.POSTED, O.CANCELLED],
  read: (order) => order.status,
  write: (order, status) => {
    order.status = status;
  },
  scope: ({ holder }) => ({ regionId: holder.region.id }),
  transitions: [
    { action: 'post', from: [O.OPEN], to: O.POSTED, who: staff },
    { action: 'cancel', from: [O.OPEN], to: O.CANCELLED, who: staff },
  ],
});

/** States and steps of a stocktaking (RES-15, RES-16). */
export const stockTakeLifecycle = defineLifecycle<StockTake, T, 'count' | 'recount' | 'post' | 'cancel'>({
  name: 'stockTake',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(T),
  initial: T.OPEN,
  final: [T.POSTED, T.CANCELLED],
  read: (take) => take.status,
  write: (take, status) => {
    take.status = status;
  },
  scope: ({ holder }) => ({ regionId: holder.region.id }),
  transitions: [
    { action: 'count', from: [T.OPEN, T.COUNTED], to: T.COUNTED, who: staff },
    { action: 'recount', from: [T.COUNTED], to: T.OPEN, who: staff },
    { action: 'post', from: [T.COUNTED], to: T.POSTED, who: staff },
    { action: 'cancel', from: [T.OPEN, T.COUNTED], to: T.CANCELLED, who: staff },
  ],
});
