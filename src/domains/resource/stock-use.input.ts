import { DayInput, EnumInput, IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { InternalOrganization } from '../party/index.js';
import { GiftCause } from './gift-issue.js';
import { OperatingResource } from './operating-resource.js';
import { Reservation } from './reservation.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

@Input('A gift for a customer (RES-35, RES-48).')
export class GiftIssueInput {
  @IdInput(() => StockHolder, { description: 'Whose stock it comes from.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'What is given: counted pieces of category GIFT.' })
  typeId!: string;

  @IdInput(() => Customer, { description: 'Who gets it.' })
  customerId!: string;

  @IntInput({ description: 'Pieces; 1 when absent.', optional: true, min: 1, max: 1000 })
  quantity?: number | null;

  @EnumInput(() => GiftCause, { description: 'Why it is given.' })
  cause!: GiftCause;

  @TextInput({
    description: 'Number of the prepayment, exchange or campaign entry; it brings a type of gift once.',
    max: 60,
  })
  reference!: string;

  @IdInput(() => Reservation, { description: 'Reservation that keeps the pieces, when they are kept.', optional: true })
  reservationId?: string | null;
}

@Input('Cards of a holder to be audited (RES-23).')
export class CardAuditInput {
  @IdInput(() => StockHolder, { description: 'Whose cards.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'Which cards, of category CARD.' })
  typeId!: string;

  @DayInput({ description: 'First day, where the operator is (parameter `operator.time-zone`).' })
  fromDay!: string;

  @DayInput({ description: 'Last day where the operator is, before today.' })
  toDay!: string;

  @IntInput({
    description: 'Cards received by the figure of the provincial marketing department.',
    min: 0,
    max: 100_000_000,
  })
  reportedReceived!: number;

  @IntInput({ description: 'Cards sold by the revenue that the city company booked.', min: 0, max: 100_000_000 })
  bookedSold!: number;
}

@Input('A holder to be closed (RES-49).')
export class StockHolderCloseInput {
  @IdInput(() => StockHolder, { description: 'The holder, with nothing left.' })
  holderId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A strategic resource, new or changed (RES-51).')
export class OperatingResourceSaveInput {
  @IdInput(() => OperatingResource, { description: 'The resource to change; a new one when absent.', optional: true })
  resourceId?: string | null;

  @TextInput({ description: 'Code unique among strategic resources; never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'Kind, such as `frequency`, `site` or `licence`.', max: 60 })
  kind!: string;

  @IdInput(() => InternalOrganization, { description: 'Unit that answers for it.' })
  ownerId!: string;

  @TextInput({ description: 'What it is used for.', max: 1000 })
  use!: string;
}
