import { BoolInput, EnumInput, IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { Offering, OfferingRelationKind } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

@Input('A relation between two offerings (PRD-54, PRD-55).')
export class OfferingRelationSaveInput {
  @IdInput(() => Offering, { description: 'Offering that the relation starts from; you maintain it.' })
  fromId!: string;

  @IdInput(() => Offering, { description: 'Offering that it points to.' })
  toId!: string;

  @EnumInput(() => OfferingRelationKind, { description: 'Meaning.' })
  kind!: OfferingRelationKind;

  @TextInput({
    description: 'What to tell the customer or the seller, such as why the other one suits; null for nothing.',
    optional: true,
    max: 500,
  })
  prompt?: string | null;

  @BoolInput({ description: 'True: the relation is taken away.', optional: true })
  remove?: boolean | null;

  @TextInput({ description: 'Why; kept with the version.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('To whom, where and through which channel more could be sold (PRD-55).')
export class OfferingSuggestionsInput {
  @IdInput(() => Customer, {
    description: 'Whose offerings suggest others; for a customer at self-service themselves. Left out: the cart alone.',
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
      'Code of the channel: a sales channel, such as `WEB_HALL`, or an active partner; NOT_FOUND otherwise (PRD-48).',
    optional: true,
    max: 60,
  })
  channel?: string | null;

  @IdListInput(() => Offering, {
    description: 'Offerings in the cart; they suggest others and are not suggested.',
    optional: true,
    min: 0,
    max: 100,
  })
  cartOfferingIds?: string[] | null;
}
