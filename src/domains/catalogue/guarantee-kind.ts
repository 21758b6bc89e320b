import { describeEnum } from '../../kernel/model/index.js';

export enum GuaranteeKind {
  NONE = 'NONE',
  INSTANCE = 'INSTANCE',
  EMPLOYEE = 'EMPLOYEE',
  DEPOSIT = 'DEPOSIT',
  DOCUMENT = 'DOCUMENT',
}

describeEnum(
  GuaranteeKind,
  'GuaranteeKind',
  'How a guarantee is given that a customer must give to order an offering; the kinds by name are `guaranteeTypes` (PRD-42).',
  {
    NONE: 'Nothing.',
    INSTANCE: 'Another product instance, such as a telephone, stands in.',
    EMPLOYEE: 'Employees of the operator stand in.',
    DEPOSIT: 'An amount of money is deposited.',
    DOCUMENT: 'A paper is handed over, such as a letter of guarantee of a bank, and named by its number.',
  },
);
