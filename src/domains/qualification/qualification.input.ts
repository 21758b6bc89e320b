import { BoolInput, IdInput, IdListInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { CatalogueNode, Offering, ProductLine } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

@Input('To whom, where and through which channel shall be sold, and which offerings are in question (PRD-110).')
export class OfferingQualificationInput {
  @IdInput(() => Customer, {
    description: 'Who buys; for a customer at self-service themselves. Left out: somebody of whom nothing is known.',
    optional: true,
  })
  customerId?: string | null;

  @IdInput(() => Region, {
    description: 'Where the service shall be; where the customer is served when left out.',
    optional: true,
  })
  regionId?: string | null;

  @TextInput({
    description:
      'Code of the channel through which is sold: a sales channel, such as `WEB_HALL`, or an active partner; NOT_FOUND otherwise. Partners sell through their own, whatever is said (PRD-48).',
    optional: true,
    max: 60,
  })
  channel?: string | null;

  @InstantInput({ description: 'Moment of the sale; now when left out.', optional: true })
  at?: string | null;

  @IdListInput(() => Offering, {
    description: 'Only these, also those that are not in sale; then neither filters nor pages are needed.',
    optional: true,
    max: 100,
  })
  offeringIds?: string[] | null;

  @IdInput(() => CatalogueNode, {
    description: 'Only those directly under this heading of a catalogue.',
    optional: true,
  })
  catalogueNodeId?: string | null;

  @IdInput(() => ProductLine, { description: 'Only those of this line.', optional: true })
  productLineId?: string | null;

  @TextInput({ description: 'Only those whose name contains this.', optional: true, max: 100 })
  search?: string | null;

  @BoolInput({
    description:
      'True: only those that may be bought. A page may then be short although there are more; `hasNextPage` says so.',
    optional: true,
  })
  qualifiedOnly?: boolean | null;

  @IntInput({ description: 'Offerings of a page; 20 when left out.', optional: true, min: 1, max: 100 })
  first?: number | null;

  @IdInput(() => Offering, { description: '`endCursor` of the page before.', optional: true })
  after?: string | null;
}
