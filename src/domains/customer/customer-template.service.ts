import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { AttributeDataType, attributeObjection } from '../catalogue/index.js';
import { CustomerTemplateField } from './customer-template-field.js';
import type { CustomerTemplateFieldInput, CustomerTemplateSaveInput } from './customer-template.inputs.js';
import { CustomerTemplate } from './customer-template.js';

/** Makes or changes the template of a market group; it holds for what is entered from now on (CUS-10). */
export function saveTemplate(context: CallContext, input: CustomerTemplateSaveInput): Promise<CustomerTemplate> {
  return context.database.write(context, async (tx) => {
    const { customerType } = input;
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const known = await tx.em.findOne(CustomerTemplate, { code: customerType }, lock);
    const template =
      known ?? tx.add(Object.assign(new CustomerTemplate(), { code: customerType, customerType, version: 0 }));
    expectVersion(template, input.expectedVersion, ['input', 'expectedVersion']);
    template.name = input.name;
    template.version++;
    const fields = known ? await tx.em.find(CustomerTemplateField, { template }) : [];
    for (const field of fields) field.active = false;
    for (const [index, given] of input.fields.entries())
      saveField(tx, template, fields, given, index, ['input', 'fields', index]);
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'customer-template.saved',
      subject: template,
      data: { customerType, version: template.version, fields: input.fields.map(({ code }) => code) },
    });
    return template;
  });
}

function saveField(
  tx: Transaction,
  template: CustomerTemplate,
  known: CustomerTemplateField[],
  input: CustomerTemplateFieldInput,
  index: number,
  path: InputPath,
): void {
  const { code, dataType } = input;
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(code))
    refuse('BAD_VALUE', 'A letter, then letters, digits, _, . or - are expected.', [...path, 'code']);
  const before = known.find((field) => field.code === code);
  if (before?.active) refuse('DUPLICATE', 'The attribute is given twice.', [...path, 'code']);
  if (before && before.dataType !== dataType)
    refuse('CONTRADICTION', 'The type of a known attribute cannot be changed.', [...path, 'dataType'], {
      dataType: before.dataType,
    });
  const field = before ?? newField(template, code, dataType);
  Object.assign(field, {
    name: input.name,
    mandatory: input.mandatory ?? false,
    allowedValues: input.allowedValues ?? [],
    min: input.min ?? null,
    max: input.max ?? null,
    defaultValue: input.defaultValue ?? null,
    section: input.section ?? null,
    position: index + 1,
    active: true,
  });
  checkField(field, path);
  if (before) return;
  known.push(field);
  tx.add(field);
}

const newField = (template: CustomerTemplate, code: string, dataType: AttributeDataType): CustomerTemplateField =>
  Object.assign(new CustomerTemplateField(), { template, code, dataType, sinceVersion: template.version });

function checkField(field: CustomerTemplateField, path: InputPath): void {
  const { dataType, allowedValues, min, max, defaultValue } = field;
  const choice = dataType === AttributeDataType.CHOICE;
  const number = dataType === AttributeDataType.INTEGER || dataType === AttributeDataType.DECIMAL;
  if (choice !== allowedValues.length > 0)
    refuse(choice ? 'REQUIRED' : 'CONTRADICTION', 'A CHOICE, and only that, has allowed values.', [
      ...path,
      'allowedValues',
    ]);
  if (!number && (min != null || max != null))
    refuse('CONTRADICTION', 'Only numbers have bounds.', [...path, min != null ? 'min' : 'max']);
  if (min != null && max != null && Number(min) > Number(max))
    refuse('CONTRADICTION', 'The largest number is below the smallest.', [...path, 'max']);
  if (defaultValue == null) return;
  const value =
    dataType === AttributeDataType.BOOLEAN
      ? ({ true: true, false: false }[defaultValue] ?? defaultValue)
      : defaultValue;
  const objection = attributeObjection(field, value);
  if (objection) refuse('BAD_VALUE', `The default does not fit: ${objection}.`, [...path, 'defaultValue']);
}
