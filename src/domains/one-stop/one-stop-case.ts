import { EnumOf, Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Order } from '../ordering/index.js';
import { InternalOrganization } from '../party/index.js';
import { OneStopCaseStatus, OneStopScope } from './one-stop.enums.js';

@UniqueTogether(['order'], `status = 'OPEN'`)
@Noun({
  tag: 'oc',
  description:
    'Business of a group customer that units of several levels and places carry out together, from the requirement to the delivery (WFL-74, OST-39). Seen by one-stop staff (permission `one-stop.read`) in whose regions their unit, or one below it, takes part.',
})
export class OneStopCase extends Node {
  @Text({ description: 'Number for people, such as `OS-00000012`.', max: 40, access: 'unique' })
  caseNo!: string;

  @Text({ description: 'What it is about.', access: 'search' })
  subject!: string;

  @EnumOf(() => OneStopScope, { description: 'Over which borders it goes.' })
  scope!: OneStopScope;

  @EnumOf(() => OneStopCaseStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: OneStopCaseStatus;

  @One(() => Customer, {
    description: 'The customer; null for callers of another place who may not see it.',
    hideable: true,
    inverse: 'oneStopCases',
    inverseDescription: 'One-stop business of the customer, as far as the caller takes part (WFL-74).',
  })
  customer!: Customer;

  @Text({ description: 'Name of the customer when the case was opened.' })
  customerName!: string;

  @One(() => Order, {
    description: 'The order that carries it out; null before there is one, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'oneStopCases',
    inverseDescription: 'One-stop business that the order carries out, as far as the caller takes part (WFL-74).',
  })
  order?: Order | null;

  @Text({ description: 'Number of that order; null before there is one.', nullable: true, max: 30 })
  orderNo?: string | null;

  @Text({ description: 'Project that it belongs to; null for none.', nullable: true, max: 100, access: 'btree' })
  project?: string | null;

  @Text({ description: 'Where it is to be delivered, in words; null when it was not said.', nullable: true, max: 400 })
  place?: string | null;

  @One(() => InternalOrganization, {
    description: 'Unit that accepted it.',
    inverse: 'oneStopCases',
    inverseDescription: 'One-stop business that the unit accepted (WFL-74).',
  })
  origin!: InternalOrganization;

  @Text({ description: 'Who opened it.', max: 100, access: 'slow' })
  openedBy!: string;

  @Instant({ description: 'When it was opened.', access: 'btree' })
  openedAt!: Date;

  @Instant({ description: 'When it was completed or given up; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Text({ description: 'What was said at its end; null before.', nullable: true, max: 500 })
  endReason?: string | null;
}
