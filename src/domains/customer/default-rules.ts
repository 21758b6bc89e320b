import type { Transaction } from '../../kernel/database/transaction.js';
import { ruleHolds, type RuleVariable, type RuleVariables } from '../../kernel/rules/index.js';
import { operatorToday, wholeYears } from '../calendar/index.js';
import { Employee, EmployeeStatus } from '../organisation/index.js';
import { Individual, Organization, type Party } from '../party/index.js';
import type { Region } from '../region/index.js';
import type { CustomerType, SecrecyLevel, ServiceLevel } from './customer-enums.js';
import type { CustomerCreateInput } from './customer.inputs.js';
import { CustomerDefaultRule, DefaultedField } from './default-rule.js';
import { fieldsInUse, typedDefault } from './template-values.js';

const text = (description: string): RuleVariable => ({ type: 'string', description });
const number = (description: string): RuleVariable => ({ type: 'number', description });

/** What rules for defaults may read: the customer as it is being taken down (CUS-13). */
export const defaultVariables: RuleVariables = {
  customer: {
    type: 'context',
    description: 'The customer as it is being taken down; what is not known is null.',
    fields: {
      name: text('Name.'),
      organization: { type: 'boolean', description: 'Whether it is an organisation, not a person.' },
      type: text('Market group as given, or by the rules for it.'),
      subType: text('Sub-type as given, or by the rules for it.'),
      gender: text('MALE, FEMALE or OTHER.'),
      age: number('Years since the day of birth.'),
      occupation: text('Occupation.'),
      education: text('Highest completed education.'),
      industry: text('Industry of an organisation.'),
      scale: text('Size class of an organisation.'),
      headCount: number('Number of people of an organisation.'),
      region: text('Code of the region.'),
      regions: { type: 'list', description: 'Codes of that region and all around it, from the root.' },
      operators: { type: 'list', description: 'Operators whose services the customer uses.' },
    },
  },
};

/** What is known of a customer who is being taken down. */
export interface Draft {
  input: Omit<Partial<CustomerCreateInput>, 'regionId'>;
  /** The party, when it is known already. */
  party: Party | null;
  region: Region | null;
}

/** A value that a rule gives. */
export interface GivenDefault {
  field: DefaultedField;
  attribute: string | null;
  value: string;
  rule: CustomerDefaultRule;
}

function factsOf({ input, party, region }: Draft, today: string): Record<string, unknown> {
  const person = input.individual ?? (party instanceof Individual ? party : null);
  const company = input.organization ?? (party instanceof Organization ? party : null);
  return {
    name: person?.name ?? company?.name ?? null,
    organization: Boolean(company),
    type: input.customerType ?? null,
    subType: input.subType ?? null,
    gender: person?.gender ?? null,
    age: person?.birthDate ? wholeYears(person.birthDate, today) : null,
    occupation: person?.occupation ?? null,
    education: person?.education ?? null,
    industry: company?.industry ?? null,
    scale: company?.scale ?? null,
    headCount: company?.headCount ?? null,
    region: region?.code ?? null,
    regions: region?.path.split('/').filter(Boolean) ?? [],
    operators: input.operators ?? [],
  };
}

/** What of the input says the same as a field of a rule; characteristics are looked at by name. */
const given: Record<Exclude<DefaultedField, 'CHARACTERISTIC' | 'ACCOUNT_CREDIT'>, keyof Draft['input']> = {
  CUSTOMER_TYPE: 'customerType',
  SUB_TYPE: 'subType',
  SERVICE_LEVEL: 'serviceLevel',
  SECRECY_LEVEL: 'secrecyLevel',
  ACCOUNT_MANAGER: 'accountManagerId',
};

function isGiven({ field, attribute }: CustomerDefaultRule, input: Draft['input']): boolean {
  if (field === DefaultedField.ACCOUNT_CREDIT) return false;
  if (field === DefaultedField.CHARACTERISTIC) return input.characteristics?.[attribute ?? ''] !== undefined;
  return input[given[field]] != null;
}

/** Fields in the order in which they are decided: what comes later may ask for what came before. */
const ORDER = Object.values(DefaultedField);

/** What the rules in use give to a customer who is being taken down; what the input says stays (CUS-13, CUS-23, CUS-24). */
export async function defaultsFor(tx: Transaction, draft: Draft): Promise<GivenDefault[]> {
  const rules = await tx.em.find(CustomerDefaultRule, { active: true }, { orderBy: { position: 'asc', code: 'asc' } });
  const customer = factsOf(draft, await operatorToday(tx));
  const found: GivenDefault[] = [];
  for (const rule of rules.toSorted((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field))) {
    const { field, value } = rule;
    const attribute = rule.attribute ?? null;
    if (isGiven(rule, draft.input)) continue;
    if (found.some((other) => other.field === field && other.attribute === attribute)) continue;
    if (!ruleHolds(rule.condition, { customer })) continue;
    if (field === DefaultedField.ACCOUNT_MANAGER && !(await managerOf(tx, value))) continue;
    found.push({ field, attribute, value, rule });
    if (field === DefaultedField.CUSTOMER_TYPE) customer['type'] = value;
    if (field === DefaultedField.SUB_TYPE) customer['subType'] = value;
  }
  return found;
}

/** The active employee with a staff number; a rule that names nobody who is there gives nothing. */
const managerOf = (tx: Transaction, employeeNo: string): Promise<Employee | null> =>
  tx.em.findOne(Employee, { employeeNo, status: EmployeeStatus.ACTIVE });

/** The input with what the rules give, and the credit standing of the first account. */
export async function fillDefaults(
  tx: Transaction,
  draft: Draft & { input: CustomerCreateInput },
): Promise<{ input: CustomerCreateInput; credit: string | null }> {
  const { input } = draft;
  const found = await defaultsFor(tx, draft);
  const valueOf = (field: DefaultedField) => found.find((one) => one.field === field)?.value;
  const customerType =
    input.customerType ?? (valueOf(DefaultedField.CUSTOMER_TYPE) as CustomerType | undefined) ?? null;
  const employeeNo = valueOf(DefaultedField.ACCOUNT_MANAGER);
  const manager = employeeNo ? await managerOf(tx, employeeNo) : null;
  const fields = customerType ? await fieldsInUse(tx, customerType) : [];
  const attributes = found.flatMap(({ attribute, value }) => {
    if (!attribute) return [];
    const field = fields.find(({ code }) => code === attribute);
    return [
      [attribute, field ? typedDefault(Object.assign(Object.create(field), { defaultValue: value })) : value] as const,
    ];
  });
  const filled: CustomerCreateInput = Object.assign(
    Object.create(Object.getPrototypeOf(input) as object) as CustomerCreateInput,
    input,
    {
      customerType,
      subType: input.subType ?? valueOf(DefaultedField.SUB_TYPE) ?? null,
      serviceLevel: input.serviceLevel ?? (valueOf(DefaultedField.SERVICE_LEVEL) as ServiceLevel | undefined) ?? null,
      secrecyLevel: input.secrecyLevel ?? (valueOf(DefaultedField.SECRECY_LEVEL) as SecrecyLevel | undefined) ?? null,
      accountManagerId: input.accountManagerId ?? (manager ? tx.idOf(manager) : null),
      characteristics:
        attributes.length > 0 ? { ...Object.fromEntries(attributes), ...input.characteristics } : input.characteristics,
    },
  );
  return { input: filled, credit: valueOf(DefaultedField.ACCOUNT_CREDIT) ?? null };
}
