import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { attributeObjection } from './attribute-objection.js';
import { AttributeDataType, ProductAttribute } from './product-attribute.js';
import type { ProductAttributeInput, ProductServiceInput } from './product.input.js';
import { ProductService } from './product-service.js';
import type { Product } from './product.js';
import { refuseDoubled } from './validity.js';

/** Makes the template of a product what the list says: an attribute keeps its identity by its code (PRD-12, PRD-13). */
export async function setAttributes(
  tx: Transaction,
  product: Product,
  inputs: readonly ProductAttributeInput[],
  path: InputPath,
): Promise<void> {
  const wanted = readAttributes(inputs, path);
  const present = await tx.em.find(ProductAttribute, { product: product.id });
  for (const values of wanted) {
    const attribute = present.find(({ code }) => code === values.code);
    if (attribute) Object.assign(attribute, values);
    else tx.add(Object.assign(new ProductAttribute(), values, { product }));
  }
  for (const attribute of present) if (!wanted.some(({ code }) => code === attribute.code)) tx.em.remove(attribute);
}

/** The attributes of an input in the order of the form; refuses those that contradict themselves or each other. */
export function readAttributes(inputs: readonly ProductAttributeInput[], path: InputPath) {
  refuseDoubled(inputs, (item) => item.code, path, 'code');
  return inputs.map((input, index) => {
    const attribute = {
      code: input.code,
      name: input.name,
      dataType: input.dataType,
      mandatory: input.mandatory ?? false,
      allowedValues: input.allowedValues ?? [],
      min: input.min ?? null,
      max: input.max ?? null,
      unit: input.unit ?? null,
      defaultValue: input.defaultValue ?? null,
      perEnd: input.perEnd ?? false,
      position: index + 1,
    };
    checkAttribute(attribute, [...path, index]);
    return attribute;
  });
}

/** Makes the customer services of a product what the list says (PRD-27). */
export async function setServices(
  tx: Transaction,
  product: Product,
  inputs: readonly ProductServiceInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.service, path, 'service');
  const present = await tx.em.find(ProductService, { product: product.id });
  for (const { service } of inputs)
    if (!present.some((own) => own.service === service))
      tx.add(Object.assign(new ProductService(), { product, service }));
  for (const own of present) if (!inputs.some(({ service }) => service === own.service)) tx.em.remove(own);
}

type ReadAttribute = Pick<ProductAttribute, 'dataType' | 'allowedValues' | 'min' | 'max' | 'defaultValue'>;

function checkAttribute(attribute: ReadAttribute, path: InputPath): void {
  const { dataType, allowedValues, min, max, defaultValue } = attribute;
  const choice = dataType === AttributeDataType.CHOICE;
  const number = dataType === AttributeDataType.INTEGER || dataType === AttributeDataType.DECIMAL;
  if (choice && allowedValues.length === 0)
    refuse('REQUIRED', 'A CHOICE needs allowed values.', [...path, 'allowedValues']);
  if (!choice && allowedValues.length > 0)
    refuse('CONTRADICTORY', 'Only a CHOICE has allowed values.', [...path, 'allowedValues']);
  if (!number && (min != null || max != null))
    refuse('CONTRADICTORY', 'Only numbers have bounds.', [...path, min != null ? 'min' : 'max']);
  if (min != null && max != null && Number(min) > Number(max))
    refuse('CONTRADICTORY', 'The largest number is below the smallest.', [...path, 'max']);
  if (defaultValue == null) return;
  const value =
    dataType === AttributeDataType.BOOLEAN
      ? ({ true: true, false: false }[defaultValue] ?? defaultValue)
      : defaultValue;
  const objection = attributeObjection(attribute, value);
  if (objection) refuse('BAD_VALUE', `The default does not fit: ${objection}.`, [...path, 'defaultValue']);
}
