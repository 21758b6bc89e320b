import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { Region } from '../region/index.js';
import { CustomerType, SecrecyLevel, ServiceLevel } from './customer-enums.js';
import type { CustomerDefaultRuleSaveInput, CustomerDraftInput } from './default-rule.inputs.js';
import { CustomerDefaultRule, DefaultedField } from './default-rule.js';
import { defaultsFor, defaultVariables, type GivenDefault } from './default-rules.js';

const closed: Partial<Record<DefaultedField, Record<string, string>>> = {
  CUSTOMER_TYPE: CustomerType,
  SERVICE_LEVEL: ServiceLevel,
  SECRECY_LEVEL: SecrecyLevel,
};

/** Makes a rule for what new customers get, or changes the one with the same code (CUS-13, CUS-23, CUS-24). */
export function saveDefaultRule(
  context: CallContext,
  input: CustomerDefaultRuleSaveInput,
): Promise<CustomerDefaultRule> {
  refuseBadRule(input.condition, defaultVariables, ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    const { code, name, field, condition, value, position } = input;
    const attribute = input.attribute ?? null;
    const named = field === DefaultedField.CHARACTERISTIC;
    if (named && !attribute) refuse('REQUIRED', 'An attribute is named by CHARACTERISTIC.', ['input', 'attribute']);
    if (!named && attribute) refuse('CONTRADICTION', 'Only CHARACTERISTIC names an attribute.', ['input', 'attribute']);
    const values = closed[field];
    if (values && !(value in values))
      refuse('BAD_VALUE', `${field} cannot be "${value}".`, ['input', 'value'], { allowed: Object.keys(values) });
    const known = await tx.em.findOne(CustomerDefaultRule, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new CustomerDefaultRule(), { code }));
    const active = input.active ?? true;
    const changes = applyChanges(rule, { name, field, attribute, condition, value, position, active });
    tx.record({ kind: 'RECORD_CHANGE', type: 'customer-default-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** What a customer who is being taken down would get by the rules; nothing is written (CUS-13). */
export function previewDefaults(context: CallContext, input: CustomerDraftInput): Promise<GivenDefault[]> {
  return context.database.write(context, async (tx) => {
    const region = input.regionId ? await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false }) : null;
    return defaultsFor(tx, { input, party: null, region });
  });
}

/** Writes the rules as delivered; those that exist stay as the operator changed them. */
export async function ensureDefaultRules(context: CallContext): Promise<void> {
  const rule = (code: string, name: string, condition: string, value: string, position: number) => ({
    code,
    name,
    field: DefaultedField.CUSTOMER_TYPE,
    attribute: null,
    condition,
    value,
    position,
    active: true,
  });
  const rows = [
    rule('PERSON_IS_PUBLIC', '个人为公众客户', 'not(customer.organization)', CustomerType.PUBLIC, 1),
    rule('COMPANY_IS_COMMERCIAL', '单位为商业客户', 'customer.organization', CustomerType.COMMERCIAL, 100),
  ];
  await context.database.write(context, async (tx) => void (await ensureRows(tx, CustomerDefaultRule, rows)));
}
