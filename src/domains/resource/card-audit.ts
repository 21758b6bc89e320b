import { Computed, Day, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

/** A difference of whole numbers, kept within what a whole number of the graph holds: an overflow would fail the whole answer. */
const whole = (difference: string) => `greatest(least(${difference}, 2147483647), -2147483648)::int`;

@UniqueTogether(['holder', 'type', 'fromDay', 'toDay'])
@Noun({
  tag: 'ky',
  description:
    'An audit of cards: what is left should be what was there, plus received, less sold, and both should agree with the figures of others (RES-23).',
})
export class CardAudit extends Node {
  @One(() => StockHolder, {
    description: 'Whose cards were audited.',
    inverse: 'cardAudits',
    inverseDescription: 'Audits of its cards (RES-23).',
  })
  holder!: StockHolder;

  @One(() => ResourceType, {
    description: 'Which cards.',
    inverse: 'cardAudits',
    inverseDescription: 'Audits of the cards of this type (RES-23).',
  })
  type!: ResourceType;

  @Day({ description: 'First day, where the operator is (parameter `operator.time-zone`).', access: 'btree' })
  fromDay!: string;

  @Day({ description: 'Last day, where the operator is.', access: 'btree' })
  toDay!: string;

  @Int({ description: 'Cards before the first day.' })
  opening!: number;

  @Int({
    description: 'Cards that came from outside or from another holder, less what of it was reversed or handed on.',
  })
  received!: number;

  @Int({ description: 'Cards that customers got, less those they gave back.' })
  sold!: number;

  @Int({ description: 'Cards after the last day, by all movements.' })
  closing!: number;

  @Int({ description: 'Cards received by the figure of the provincial marketing department.' })
  reportedReceived!: number;

  @Int({ description: 'Cards sold by the revenue that the city company booked.' })
  bookedSold!: number;

  @Computed('int', (row) => whole(`${row}."closing"::bigint - ${row}."opening" - ${row}."received" + ${row}."sold"`), {
    description:
      'Cards at the end that movements other than receipt and sale explain, such as scrap; 0 when the balance is right.',
  })
  balanceDifference!: number;

  @Computed('int', (row) => whole(`${row}."received"::bigint - ${row}."reported_received"`), {
    description: 'Cards received here above the reported figure.',
  })
  receivedDifference!: number;

  @Computed('int', (row) => whole(`${row}."sold"::bigint - ${row}."booked_sold"`), {
    description: 'Cards sold here above the booked figure.',
  })
  soldDifference!: number;

  @Text({ description: 'Who audited.', max: 100, access: 'slow' })
  auditedBy!: string;
}
