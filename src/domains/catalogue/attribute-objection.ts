import { attributeNumber } from './attribute-value.js';
import { AttributeDataType, type ProductAttribute } from './product-attribute.js';

type Template = Pick<ProductAttribute, 'dataType' | 'allowedValues' | 'min' | 'max'>;

/** Why a value does not fit an attribute of a template, for a person; undefined when it does (PRD-12, PRD-13). */
export function attributeObjection(attribute: Template, value: unknown): string | undefined {
  switch (attribute.dataType) {
    case AttributeDataType.BOOLEAN:
      return typeof value === 'boolean' ? undefined : 'true or false is expected';
    case AttributeDataType.CHOICE:
      return attribute.allowedValues.includes(String(value))
        ? undefined
        : `one of ${attribute.allowedValues.join(', ')} is expected`;
    case AttributeDataType.DATE:
      return isDay(value) ? undefined : 'a day, YYYY-MM-DD, is expected';
    case AttributeDataType.TEXT:
      return typeof value === 'string' && value.length <= 500
        ? undefined
        : 'a text of at most 500 characters is expected';
    case AttributeDataType.INTEGER:
    case AttributeDataType.DECIMAL:
      return numberObjection(attribute, value);
  }
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function numberObjection({ dataType, min, max }: Template, value: unknown): string | undefined {
  const number = attributeNumber(value);
  if (!number) return 'a number is expected';
  if (dataType === AttributeDataType.INTEGER && !number.isInteger()) return 'a whole number is expected';
  if (min != null && number.lt(min)) return `at least ${min} is expected`;
  if (max != null && number.gt(max)) return `at most ${max} is expected`;
  return undefined;
}
