import { Bool, describeEnum, EnumOf, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Individual } from '../party/index.js';
import { Customer } from './customer.js';

export enum ContactPersonType {
  GENERAL = 'GENERAL',
  LEGAL = 'LEGAL',
  USING = 'USING',
  FINANCE = 'FINANCE',
  BUILDING = 'BUILDING',
  MAINTENANCE = 'MAINTENANCE',
  TECHNICAL = 'TECHNICAL',
  FAMILY = 'FAMILY',
}

describeEnum(
  ContactPersonType,
  'ContactPersonType',
  'In what capacity a person is contacted for a customer (CUS-21).',
  {
    GENERAL: 'Any matter.',
    LEGAL: 'Legal decisions.',
    USING: 'Department that uses the services.',
    FINANCE: 'Bills and payment.',
    BUILDING: 'Construction and installation.',
    MAINTENANCE: 'Maintenance and faults.',
    TECHNICAL: 'Technical questions.',
    FAMILY: 'Member of the family.',
  },
);

export enum DecisionRole {
  PRINCIPAL = 'PRINCIPAL',
  HANDLER = 'HANDLER',
}

describeEnum(
  DecisionRole,
  'DecisionRole',
  'What part a person has in decisions of an organisation on the matters of its contact type; a key employee of it has one (CUS-77).',
  {
    PRINCIPAL: 'Decides.',
    HANDLER: 'Prepares the decision and carries it out.',
  },
);

@UniqueTogether(['customer', 'person', 'contactType'])
@UniqueTogether(['customer'], 'preferred')
@Noun({
  tag: 'cp',
  plural: 'contactPersons',
  description: 'A person through whom a customer is reached; persons and customers are many to many (CUS-19, CUS-21).',
})
export class ContactPerson extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'contactPersons',
    inverseDescription: 'Persons through whom the customer is reached.',
  })
  customer!: Customer;

  @One(() => Individual, {
    description: 'The person, with telephone numbers and addresses.',
    inverse: 'contactFor',
    inverseDescription: 'Customers for whom the person is a contact.',
  })
  person!: Individual;

  @EnumOf(() => ContactPersonType, { description: 'Capacity in which the person is contacted.' })
  contactType!: ContactPersonType;

  @Bool({ description: 'Whether the customer prefers this contact; at most one per customer.', access: 'slow' })
  preferred!: boolean;

  @Text({ description: 'Department of the person at the customer.', nullable: true })
  department?: string | null;

  @Text({ description: 'Position of the person at the customer.', nullable: true })
  jobTitle?: string | null;

  @EnumOf(() => DecisionRole, {
    description: 'What part the person has in decisions there; null: none, or not known.',
    nullable: true,
  })
  decisionRole?: DecisionRole | null;

  @Text({ description: 'What the person is contacted about, and how.', nullable: true, max: 2000 })
  notes?: string | null;
}
