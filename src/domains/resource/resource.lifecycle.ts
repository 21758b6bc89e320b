import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Reservation, ReservationStatus as R } from './reservation.js';
import { type ResourceItem, ResourceStatus as S } from './resource-item.js';

const staff = ['STAFF'] as const;
/** Who may order, and take an order back. */
const anyone = ['STAFF', 'PARTNER', 'CUSTOMER'] as const;
type ItemAction =
  | 'reserve'
  | 'release'
  | 'allocate'
  | 'return'
  | 'rest'
  | 'cool'
  | 'replace'
  | 'scrap'
  | 'reverse'
  | 'lose'
  | 'order'
  | 'unorder'
  | 'deliver'
  | 'handOver'
  | 'cease'
  | 'ceaseToRest';

/** States and steps of a single piece or number. */
export const itemLifecycle = defineLifecycle<ResourceItem, S, ItemAction>({
  name: 'resourceItem',
  states: Object.values(S),
  initial: S.IN_STOCK,
  final: [S.SCRAPPED, S.REVERSED, S.LOST],
  read: (item) => item.status,
  write: (item, status) => {
    item.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'reserve', from: [S.IN_STOCK], to: S.RESERVED, who: staff },
    { action: 'release', from: [S.RESERVED], to: S.IN_STOCK, who: staff },
    { action: 'allocate', from: [S.IN_STOCK, S.RESERVED], to: S.ALLOCATED, who: staff },
    { action: 'return', from: [S.ALLOCATED], to: S.IN_STOCK, who: staff },
    { action: 'rest', from: [S.ALLOCATED], to: S.COOLING, who: staff },
    { action: 'cool', from: [S.COOLING], to: S.IN_STOCK, who: [] },
    { action: 'replace', from: [S.ALLOCATED], to: S.REPLACED, who: staff },
    { action: 'scrap', from: [S.IN_STOCK, S.REPLACED], to: S.SCRAPPED, who: staff },
    { action: 'reverse', from: [S.IN_STOCK], to: S.REVERSED, who: staff },
    { action: 'lose', from: [S.IN_STOCK], to: S.LOST, who: staff },
    { action: 'order', from: [S.IN_STOCK], to: S.RESERVED, who: anyone },
    { action: 'unorder', from: [S.RESERVED], to: S.IN_STOCK, who: anyone },
    { action: 'deliver', from: [S.IN_STOCK, S.RESERVED], to: S.ALLOCATED, who: [] },
    { action: 'handOver', from: [S.ALLOCATED], to: S.ALLOCATED, who: [] },
    { action: 'cease', from: [S.ALLOCATED], to: S.IN_STOCK, who: [] },
    { action: 'ceaseToRest', from: [S.ALLOCATED], to: S.COOLING, who: [] },
  ],
});

/** States and steps of a reservation (RES-14). */
export const reservationLifecycle = defineLifecycle<
  Reservation,
  R,
  'consume' | 'release' | 'expire' | 'deliver' | 'unorder'
>({
  name: 'reservation',
  states: Object.values(R),
  initial: R.ACTIVE,
  final: [R.CONSUMED, R.RELEASED, R.EXPIRED],
  read: (reservation) => reservation.status,
  write: (reservation, status) => {
    reservation.status = status;
  },
  scope: ({ holder }) => ({ regionId: holder.region.id }),
  transitions: [
    { action: 'consume', from: [R.ACTIVE], to: R.CONSUMED, who: staff },
    { action: 'release', from: [R.ACTIVE], to: R.RELEASED, who: staff },
    { action: 'expire', from: [R.ACTIVE], to: R.EXPIRED, who: [] },
    { action: 'deliver', from: [R.ACTIVE], to: R.CONSUMED, who: [] },
    { action: 'unorder', from: [R.ACTIVE], to: R.RELEASED, who: anyone },
  ],
});
