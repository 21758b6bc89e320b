import { BoolInput, DayInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { IdentificationInput, PartyIdentification } from '../party/index.js';
import { Customer } from './customer.js';

@Input(
  'A further identity document of the party of a customer (CUS-12). The business registration of an organisation without a registration number is that from now on.',
)
export class CustomerIdentificationAddInput extends IdentificationInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @TextInput({ description: 'Why; told to whoever has to approve it.', max: 500, optional: true })
  reason?: string | null;
}

@Input('Which identity document of a customer is meant.')
class CustomerIdentificationInput {
  @IdInput(() => Customer, { description: 'The customer in whose history the change stands.' })
  customerId!: string;

  @IdInput(() => PartyIdentification, { description: 'The document; of the party of the customer.' })
  identificationId!: string;
}

@Input(
  'A renewed identity document of the same number (CUS-12, CUS-29). What was taken down of the former one stays in the history.',
)
export class CustomerIdentificationRenewInput extends CustomerIdentificationInput {
  @DayInput({
    description:
      'Last day of validity of the new one, null when it does not end; must be said (REQUIRED), neither be past (EXPIRED) nor before that of the former one (CONTRADICTION).',
    optional: true,
  })
  validUntil?: string | null;

  @TextInput({
    description: 'Address printed on the new one; that of the former one when absent, null for none.',
    optional: true,
    max: 300,
  })
  address?: string | null;

  @BoolInput({ description: 'Whether the original of the new one was checked; false when absent.', optional: true })
  verified?: boolean | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500, optional: true })
  reason?: string | null;
}

@Input(
  'What was taken down wrongly of an identity document (CUS-12): absent fields stay, null empties a field that may be empty.',
)
export class CustomerIdentificationCorrectInput extends CustomerIdentificationInput {
  @TextInput({
    description:
      'Number; cannot be emptied. Checked by the rule of its kind (INVALID_IDENTITY_NUMBER), against the person (CONTRADICTION), and for another party that has it (DUPLICATE). The registration number of an organisation follows that of its document.',
    optional: true,
    max: 40,
  })
  number?: string | null;

  @DayInput({
    description: 'Last day of validity, null when it does not end; it may be past when that is what the document says.',
    optional: true,
  })
  validUntil?: string | null;

  @TextInput({ description: 'Address printed on the document.', optional: true, max: 300 })
  address?: string | null;

  @BoolInput({
    description: 'Whether the original was checked; when absent, false for another number and as before otherwise.',
    optional: true,
  })
  verified?: boolean | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500, optional: true })
  reason?: string | null;
}

@Input('The end of an identity document that was lost, taken back or never was that of the customer (CUS-12).')
export class CustomerIdentificationEndInput extends CustomerIdentificationInput {
  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
