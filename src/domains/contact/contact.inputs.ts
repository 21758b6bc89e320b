import { EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { ContactResult } from './contact-enums.js';
import { ContactEvent } from './contact-event.js';

@Input('A contact that took place, or that has begun (CON-01, CON-46).')
export class ContactRecordInput {
  @IdInput(() => Customer, { description: 'The customer; NOT_FOUND when the caller may not see them.' })
  customerId!: string;

  @TextInput({
    description:
      'Code of a contact type, such as `FAULT`; it also says who began. UNKNOWN_CODE when there is none in use.',
    max: 60,
  })
  typeCode!: string;

  @TextInput({
    description:
      'Code of a contact mode, such as `HUMAN_VOICE`; MODE_OUT_OF_RANGE when it does not serve the direction.',
    max: 60,
  })
  modeCode!: string;

  @TextInput({
    description:
      'Code of an interaction platform, such as `HOTLINE`; PLATFORM_OUT_OF_RANGE when it does not serve the direction.',
    max: 60,
  })
  platformCode!: string;

  @TextInput({ description: 'Reason in particular.', optional: true })
  reason?: string | null;

  @TextInput({ description: 'What was said, asked or agreed.', max: 4000 })
  content!: string;

  @TextInput({
    description: 'Person with whom the contact was held, when it was not the customer themselves.',
    optional: true,
    max: 100,
  })
  contactPerson?: string | null;

  @InstantInput({ description: 'When it began; now when absent. Not in the future (IN_FUTURE).', optional: true })
  startedAt?: string | null;

  @InstantInput({
    description:
      'When it ended; leave it out while the contact goes on. Not before it began (OUT_OF_ORDER) and not in the future (IN_FUTURE).',
    optional: true,
  })
  endedAt?: string | null;

  @EnumInput(() => ContactResult, {
    description: 'Whether it reached its purpose; SUCCESS when it ended and nothing is said.',
    optional: true,
  })
  result?: ContactResult | null;

  @TextInput({ description: "The customer's feedback, in their words.", optional: true, max: 2000 })
  feedback?: string | null;

  @TextInput({
    description: 'Id of the contact at its platform. Sent again, the first record is answered and nothing is written.',
    optional: true,
    max: 100,
  })
  externalId?: string | null;

  @IdInput(() => ContactEvent, {
    description: 'The contact that this one follows; of the same customer (NOT_OF_CUSTOMER).',
    optional: true,
  })
  followsId?: string | null;
}

@Input('The end of a contact that goes on (CON-46).')
export class ContactCompleteInput {
  @IdInput(() => ContactEvent, { description: 'The contact; INVALID_TRANSITION when it is completed already.' })
  contactId!: string;

  @EnumInput(() => ContactResult, {
    description: 'Whether it reached its purpose; SUCCESS when absent.',
    optional: true,
  })
  result?: ContactResult | null;

  @TextInput({ description: "The customer's feedback, in their words.", optional: true, max: 2000 })
  feedback?: string | null;
}
