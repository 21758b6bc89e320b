import {
  defineEventTypes,
  fact,
  fieldChanges,
  moment,
  oneOf,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { GiftCause } from './gift-issue.js';
import { NumberRefusal } from './number-refusal.js';
import { ShortageState } from './shortage-report.js';
import { StockHolderKind } from './stock-holder.js';
import { StockNoteKind } from './stock-note.js';

const ageData = {
  type: text('Code of the type.'),
  holder: text('Code of the holder.'),
  days: whole('How long the oldest piece has been there.'),
  threshold: whole('How long it may be.').nullable(),
};

const expiryData = {
  type: text('Code of the type.'),
  holder: text('Code of the holder.'),
  count: whole('How many cards with this last day.'),
  expiresOn: text('Their last day, YYYY-MM-DD.'),
};

const refusedNumber = {
  number: text('The number.'),
  type: text('Code of the type.'),
  holder: text('Code of the holder.'),
};

/** Business events of the domain besides those of its life cycles, with their data. */
export const resourceEvents = defineEventTypes({
  'stock.low': fact('StockBalance', 'A holder has less of a type than the minimum.', {
    type: text('Code of the type.'),
    holder: text('Code of the holder.'),
    available: whole('How many are free.'),
    minimum: whole('How many there should be.'),
  }),
  'stock.low.cleared': fact('StockBalance', 'A holder has enough of a type again.', {
    type: text('Code of the type.'),
    holder: text('Code of the holder.'),
    available: whole('How many are free.'),
    minimum: whole('How many there should be.'),
  }),
  'stock.in.overdue': fact('StockInOrder', 'Stock was not taken in within its limit.', {
    orderNo: text('Number of the order.'),
    type: text('Code of the type.'),
    holder: text('Code of the holder.'),
    quantity: whole('How many are still to be taken in.'),
    dueAt: moment('When they should have been.'),
  }),
  'stock.age.exceeded': fact('StockBalance', 'Pieces lie with a holder for longer than their type allows.', ageData),
  'stock.age.cleared': fact('StockBalance', 'No pieces lie with a holder for too long any more.', ageData),
  'card.expiry.near': fact('StockBalance', 'Cards with a holder end within three months (RES-21).', expiryData),
  'card.expired': fact(
    'StockBalance',
    'Cards with a holder have ended and are not sold any more (RES-22).',
    expiryData,
  ),
  'number.refusal.lasting': fact(
    'ResourceItem',
    'The number subsystem has refused a number that is free here so often that somebody should look (RES-42).',
    {
      ...refusedNumber,
      code: oneOf(NumberRefusal, 'Why it was refused last.'),
      reason: text('The same in the words of the subsystem.'),
      times: whole('How often it was refused in succession.'),
      since: moment('When it was refused first.'),
    },
  ),
  'number.refusal.ended': fact(
    'ResourceItem',
    'A number is free at the number subsystem again after a refusal that lasted (RES-42).',
    refusedNumber,
  ),
  'stock.take.posted': fact('StockTake', 'What a stocktaking found was approved and brought into the books.', {
    takeNo: text('Number of the stocktaking.'),
    holder: text('Code of the holder.'),
    surplus: whole('How many were found too many.'),
    deficit: whole('How many were missing.'),
  }),
  'reservation.takenOver': fact(
    'Reservation',
    'An order needs what was reserved before: it is kept until the order ends.',
    {
      resourceNo: text('The number.'),
    },
  ),
  'reservation.givenBack': fact(
    'Reservation',
    'The order that needed it ended without it: it is kept as before the order, until it expires.',
    { resourceNo: text('The number.') },
  ),
  'numberLevelRule.changed': recordChange('NumberLevelRule', 'Who may choose which numbers was changed.', {
    changes: fieldChanges(),
  }),
  'numberSegment.created': fact('NumberSegment', 'A range of numbers was kept for a product.', {
    type: text('Code of the type.'),
    first: text('First number.'),
    last: text('Last number.'),
    product: text('Code of the product.'),
  }),
  'gift.issued': fact('GiftIssue', 'A customer got a gift.', {
    type: text('Code of the type.'),
    quantity: whole('How many.'),
    cause: oneOf(GiftCause, 'Why.'),
    reference: text('Number of what brought it.'),
  }),
  'card.audit.difference': fact('CardAudit', 'An audit of cards found differences.', {
    type: text('Code of the type.'),
    holder: text('Code of the holder.'),
    fromDay: text('First day.'),
    toDay: text('Last day.'),
    balance: whole('Cards that receipt and sale do not explain.'),
    received: whole('Cards received above the reported figure.'),
    sold: whole('Cards sold above the booked figure.'),
  }),
  'stockHolder.closed': fact('StockHolder', 'A holder of stock was closed, with nothing left.', {
    code: text('Its code.'),
  }),
  'operatingResource.changed': recordChange('OperatingResource', 'A strategic resource was registered or changed.', {
    changes: fieldChanges(),
  }),
  'resourceType.changed': recordChange('ResourceType', 'A type of resources was made or changed.', {
    changes: fieldChanges(),
  }),
  'resourceShortage.reported': fact(
    'ResourceShortage',
    'The outside stock system says that a type of resource is short, or there again (RES-53).',
    {
      type: text('Code of the type.'),
      region: text('Code of the region.'),
      state: oneOf(ShortageState, 'What it says.'),
      expectedAt: moment('When it is expected again; null when nobody knows.').nullable(),
    },
  ),
  'resourceShortage.unmatched': fact('ShortageReport', 'A message about a shortage names what is not known.', {
    system: text('System that sent it.'),
    messageId: text('Id of the message.'),
    typeCode: text('Code of the type that it names.'),
    regionCode: text('Code of the region that it names; null for the country.').nullable(),
  }),
  'stockHolder.created': fact('StockHolder', 'A holder of stock was set up.', {
    code: text('Its code.'),
    kind: oneOf(StockHolderKind, 'What it is.'),
  }),
  'stock.moved': fact('StockNote', 'Stock was taken in, moved, handed out or written off.', {
    kind: oneOf(StockNoteKind, 'What was done.'),
    noteNo: text('Number of the note.'),
    type: text('Code of the type.'),
    quantity: whole('How many.'),
    from: text('Code of the holder that gave them.').nullable(),
    to: text('Code of the holder that got them.').nullable(),
    approvalNo: text('Number of the approval that allowed it; absent when none was needed.').optional(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof resourceEvents> {}
}
