import { BoolInput, EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { IdentificationType } from '../party/index.js';
import { PortalRegistration } from './portal-registration.js';

@Input('What somebody says of themselves to be a customer (CUS-95).')
export class PortalRegisterInput {
  @TextInput({ description: 'Full name, as on the document.', max: 200 })
  name!: string;

  @EnumInput(() => IdentificationType, { description: 'Kind of identity document.' })
  idType!: IdentificationType;

  @TextInput({ description: 'Its number; checked by the rule of its kind (INVALID_IDENTITY_NUMBER).', max: 40 })
  idNo!: string;

  @TextInput({ description: 'Mobile number, to which a code is sent.', max: 40 })
  mobile!: string;

  @TextInput({ description: 'E-mail address.', optional: true, max: 200 })
  email?: string | null;

  @TextInput({ description: 'Code of the region in which to be served, such as `4401`; NOT_FOUND for none.', max: 40 })
  region!: string;
}

@Input('The code that was sent, to confirm a registration (CUS-95).')
export class PortalRegistrationConfirmInput {
  @TextInput({ description: 'Number of the registration.', max: 40 })
  registrationNo!: string;

  @TextInput({ description: 'The code.', max: 20 })
  code!: string;
}

@Input('What staff decide of a registration in REVIEW (CUS-95).')
export class PortalRegistrationDecideInput {
  @IdInput(() => PortalRegistration, { description: 'The registration; INVALID_STATE when it is not in REVIEW.' })
  registrationId!: string;

  @BoolInput({
    description:
      'True: it is the customer that it names, whose data it completes (CONTRADICTION when it names none); false: it leads to nothing.',
  })
  accept!: boolean;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
