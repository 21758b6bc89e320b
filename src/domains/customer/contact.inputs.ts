import { BoolInput, EnumInput, IdInput, Input, ListInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import {
  ContactMedium,
  ContactMediumInput,
  ContactPurpose,
  Individual,
  IndividualChangeInput,
  IndividualInput,
} from '../party/index.js';
import { ContactPerson, ContactPersonType, DecisionRole } from './contact-person.js';
import { Customer } from './customer.js';

@Input('What is said of a person as contact.')
class ContactDataInput {
  @BoolInput({
    description:
      'Whether the customer prefers this contact; it then prefers no other. The first one is preferred in any case; to prefer none is refused with CONTRADICTION (CUS-21).',
    optional: true,
  })
  preferred?: boolean | null;

  @TextInput({ description: 'Department of the person at the customer.', optional: true })
  department?: string | null;

  @TextInput({ description: 'Position of the person at the customer.', optional: true })
  jobTitle?: string | null;

  @EnumInput(() => DecisionRole, {
    description: 'What part the person has in decisions there (CUS-77).',
    optional: true,
  })
  decisionRole?: DecisionRole | null;

  @TextInput({ description: 'What the person is contacted about, and how.', optional: true, max: 2000 })
  notes?: string | null;
}

@Input('A contact person: a known person, or a new one with contact media; exactly one of `personId` and `individual`.')
export class ContactPersonInput extends ContactDataInput {
  @IdInput(() => Individual, { description: 'A person who is known already (CUS-21).', optional: true })
  personId?: string | null;

  @ObjectInput(() => IndividualInput, { description: 'A new person.', optional: true })
  individual?: IndividualInput | null;

  @ListInput(() => ContactMediumInput, {
    description: 'Telephone numbers and addresses of a new person.',
    optional: true,
    max: 20,
  })
  contactMedia?: ContactMediumInput[] | null;

  @EnumInput(() => ContactPersonType, { description: 'Capacity; GENERAL when absent.', optional: true })
  contactType?: ContactPersonType | null;
}

@Input('Adding of a contact person to a customer (CUS-19).')
export class ContactPersonAddInput extends ContactPersonInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;
}

@Input('Changes of a contact person: absent fields stay, null empties a field.')
export class ContactPersonChangeInput extends ContactDataInput {
  @IdInput(() => ContactPerson, { description: 'The contact person.' })
  contactPersonId!: string;

  @EnumInput(() => ContactPersonType, { description: 'Capacity; cannot be emptied.', optional: true })
  contactType?: ContactPersonType | null;

  @ObjectInput(() => IndividualChangeInput, {
    description: "Changes of the person's own data; staff only.",
    optional: true,
  })
  individual?: IndividualChangeInput | null;
}

@Input('Removal of a contact person from a customer; the person stays known.')
export class ContactPersonRemoveInput {
  @IdInput(() => ContactPerson, { description: 'The contact person.' })
  contactPersonId!: string;

  @TextInput({ description: 'Why; kept in the history.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('Adding of a telephone number or address to the party of a customer, or to a contact person of it.')
export class ContactMediumAddInput extends ContactMediumInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IdInput(() => ContactPerson, {
    description: 'The contact person of this customer that it belongs to; the customer when absent.',
    optional: true,
  })
  contactPersonId?: string | null;
}

@Input('Which telephone number or address of a customer or of one of its contact persons is meant.')
export class ContactMediumRemoveInput {
  @IdInput(() => Customer, { description: 'The customer in whose history the change stands.' })
  customerId!: string;

  @IdInput(() => ContactMedium, {
    description: 'The medium; of the party of the customer or of one of its contact persons.',
  })
  contactMediumId!: string;
}

@Input('Changes of a telephone number or address: absent fields stay.')
export class ContactMediumChangeInput extends ContactMediumRemoveInput {
  @TextInput({
    description: 'New number, address or URL, in the form of its kind; cannot be emptied.',
    optional: true,
    max: 300,
  })
  value?: string | null;

  @TextInput({ description: 'Postcode, for postal addresses only; null empties it.', optional: true, max: 12 })
  postcode?: string | null;

  @EnumInput(() => ContactPurpose, { description: 'What it is for; cannot be emptied.', optional: true })
  purpose?: ContactPurpose | null;

  @BoolInput({ description: 'Whether it is preferred; the party then prefers no other.', optional: true })
  preferred?: boolean | null;
}
