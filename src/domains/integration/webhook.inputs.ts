import { IdInput, Input, IntInput, TextInput, TextListInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { WebhookSubscription } from './webhook-subscription.js';

const TYPES =
  'CloudEvents types such as `order.status.changed`; `*` stands for any text, such as `order.*`. At least one.';
const SELECTION =
  'What is sent of each event: one GraphQL fragment on HistoryEntry, and the fragments it uses; the usual fields when absent. Refused with BAD_SELECTION when the schema or the limits of cost do not admit it.';
const URL =
  'Target: an address with https://, outside private networks. Codes BAD_URL, NOT_ENCRYPTED, TARGET_FORBIDDEN.';

@Input('A new subscription of an outside system to events.')
export class WebhookCreateInput {
  @TextInput({ description: 'Name, for people.' })
  name!: string;

  @TextInput({ description: URL, max: 2000 })
  url!: string;

  @TextListInput({ description: TYPES, max: 50, maxText: 100 })
  types!: string[];

  @TextListInput({
    description: 'Only events of subjects of these types, such as `Order`; all when absent.',
    optional: true,
    max: 50,
    maxText: 60,
  })
  subjectTypes?: string[];

  @IdInput(() => Customer, { description: 'Only events of this customer.', optional: true })
  customerId?: string;

  @IdInput(() => Region, { description: 'Only events of this region and those inside it.', optional: true })
  regionId?: string;

  @TextInput({ description: SELECTION, optional: true, max: 10_000 })
  selection?: string;
}

@Input('Changes of a subscription; what is absent stays.')
export class WebhookChangeInput {
  @IdInput(() => WebhookSubscription, { description: 'The subscription.' })
  webhookId!: string;

  @TextInput({ description: 'Name, for people.', optional: true })
  name?: string;

  @TextInput({ description: URL, optional: true, max: 2000 })
  url?: string;

  @TextListInput({ description: TYPES, optional: true, max: 50, maxText: 100 })
  types?: string[];

  @TextListInput({
    description: 'Only events of subjects of these types; an empty list for all.',
    optional: true,
    max: 50,
    maxText: 60,
  })
  subjectTypes?: string[];

  @IdInput(() => Customer, { description: 'Only events of this customer; null for all.', optional: true })
  customerId?: string | null;

  @IdInput(() => Region, {
    description: 'Only events of this region and those inside it; null for all.',
    optional: true,
  })
  regionId?: string | null;

  @TextInput({ description: `${SELECTION} Null for the usual fields.`, optional: true, max: 10_000 })
  selection?: string | null;
}

@Input('A step of the life cycle of a subscription, or a test of it.')
export class WebhookInput {
  @IdInput(() => WebhookSubscription, { description: 'The subscription.' })
  webhookId!: string;

  @TextInput({ description: 'Why, for the history.', optional: true, max: 1000 })
  reason?: string;
}

@Input('A change of the secret of a subscription.')
export class WebhookRotateSecretInput {
  @IdInput(() => WebhookSubscription, { description: 'The subscription.' })
  webhookId!: string;

  @IntInput({
    description:
      'Hours for which requests are signed with the secret before, too (default 24); 0 when it has become known.',
    optional: true,
    min: 0,
    max: 168,
  })
  overlapHours?: number;
}

@Input('What to send again: one delivery, or all that are parked of a subscription. Exactly one of the two.')
export class WebhookReplayInput {
  @IdInput(() => WebhookDelivery, { description: 'A delivery that is parked or delivered.', optional: true })
  deliveryId?: string;

  @IdInput(() => WebhookSubscription, {
    description: 'The subscription all of whose parked deliveries are sent again.',
    optional: true,
  })
  webhookId?: string;
}
