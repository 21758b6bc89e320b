import { DayInput, EnumInput, IdInput, Input, MoneyInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import { ContactPerson, Customer } from '../customer/index.js';
import { CustomerProject, CustomerProjectStage } from './customer-project.js';

@Input('A project of a customer (CUS-77).')
export class CustomerProjectSaveInput {
  @TextInput({
    description:
      'Number; the project with it is changed, what is not given is empty then, and it is of the same customer (CONTRADICTION) and not removed (DELETED). One is issued when absent.',
    max: 60,
    optional: true,
  })
  projectNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @TextInput({ description: 'What the customer calls it.' })
  name!: string;

  @EnumInput(() => CustomerProjectStage, { description: 'How far it is; PLANNED when absent.', optional: true })
  stage?: CustomerProjectStage | null;

  @TextInput({ description: 'What it is about.', max: 4000, optional: true })
  description?: string | null;

  @TextInput({ description: 'What of the services of the operator it needs.', max: 2000, optional: true })
  needs?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'What the customer will spend on it, above zero (TOO_SMALL).',
    optional: true,
  })
  budget?: MoneyInput | null;

  @DayInput({ description: 'First day.', optional: true })
  startsOn?: string | null;

  @DayInput({ description: 'Last day, not before the first (TOO_EARLY).', optional: true })
  endsOn?: string | null;

  @IdInput(() => ContactPerson, {
    description: 'Who answers for it; a contact person of this customer (CONTRADICTION).',
    optional: true,
  })
  contactPersonId?: string | null;
}

@Input('Removal of a project of a customer; its history stays (CUS-77).')
export class CustomerProjectRemoveInput {
  @IdInput(() => CustomerProject, { description: 'The project; DELETED when it is removed already.' })
  projectId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
