import { AttributeDataType, type ProductAttribute } from '../../src/domains/catalogue/index.js';

/** A value of an attribute, from the text in which the catalogue keeps it. */
export function typedValue({ dataType }: Pick<ProductAttribute, 'dataType'>, text: string): string | number | boolean {
  if (dataType === AttributeDataType.INTEGER || dataType === AttributeDataType.DECIMAL) return Number(text);
  if (dataType === AttributeDataType.BOOLEAN) return text === 'true';
  return text;
}

/** The values that instances of a product carry when nothing else is asked for. */
export function defaultValues(attributes: readonly ProductAttribute[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.defaultValue == null ? [] : [[attribute.code, typedValue(attribute, attribute.defaultValue)]],
    ),
  );
}
