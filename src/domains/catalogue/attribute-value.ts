import { Decimal } from 'decimal.js';
import { AttributeDataType, type ProductAttribute } from './product-attribute.js';

/** How values of an attribute are compared: types that are read alike are one kind. */
export type AttributeKind = 'number' | 'string' | 'boolean' | 'date';

const KINDS: Readonly<Record<AttributeDataType, AttributeKind>> = {
  [AttributeDataType.INTEGER]: 'number',
  [AttributeDataType.DECIMAL]: 'number',
  [AttributeDataType.CHOICE]: 'string',
  [AttributeDataType.TEXT]: 'string',
  [AttributeDataType.BOOLEAN]: 'boolean',
  [AttributeDataType.DATE]: 'date',
};

/** A decimal as people write one; leading and trailing zeros are allowed. */
const NUMBER = /^-?\d{1,20}(\.\d{1,10})?$/;

/** The number that a value tells; null when it tells none. */
export function attributeNumber(value: unknown): Decimal | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return NUMBER.test(text) ? new Decimal(text) : null;
}

/**
 * A value in the one form in which it is kept and compared, so that `"010"`, `"10.0"` and 10 are the same (PRD-12, PRD-74): a number, or its
 * shortest text where a binary number cannot hold it exactly. What does not fit the kind stays as it is.
 */
export function attributeValue(kind: AttributeKind, value: unknown): unknown {
  if (kind === 'number') {
    const exact = attributeNumber(value);
    if (!exact) return value;
    if (exact.isZero()) return 0;
    const number = exact.toNumber();
    return new Decimal(number).eq(exact) ? number : exact.toFixed();
  }
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return kind === 'string' && isPlain ? String(value) : value;
}

/** The value that an attribute has when nobody gives one, in its normal form; undefined without one. */
export function attributeDefault({
  dataType,
  defaultValue,
}: Pick<ProductAttribute, 'dataType' | 'defaultValue'>): unknown {
  if (defaultValue == null) return undefined;
  if (dataType === AttributeDataType.BOOLEAN) return defaultValue === 'true';
  return attributeValue(KINDS[dataType], defaultValue);
}

/** Kinds of attributes by name; one about which the templates disagree is left out. */
export function attributeKinds(
  template: Iterable<Pick<ProductAttribute, 'code' | 'dataType'>>,
): Map<string, AttributeKind> {
  const kinds = new Map<string, AttributeKind>();
  const disputed = new Set<string>();
  for (const { code, dataType } of template) {
    const kind = KINDS[dataType];
    if ((kinds.get(code) ?? kind) !== kind) disputed.add(code);
    kinds.set(code, kind);
  }
  for (const code of disputed) kinds.delete(code);
  return kinds;
}

/** Values by name in their normal forms, those of lists one by one; one of an unknown kind stays as it is. */
export function normalValues(
  kinds: ReadonlyMap<string, AttributeKind>,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = kinds.get(name);
      if (!kind) return [name, value];
      const normal = (each: unknown) => attributeValue(kind, each);
      return [name, Array.isArray(value) ? value.map(normal) : normal(value)];
    }),
  );
}

/** The values that nobody gives, by name; of products with different ones that of the first. */
export function defaultValues(
  template: readonly Pick<ProductAttribute, 'code' | 'dataType' | 'defaultValue'>[],
): Record<string, unknown> {
  const found = template.flatMap((attribute) => {
    const value = attributeDefault(attribute);
    return value === undefined ? [] : [[attribute.code, value] as const];
  });
  return Object.fromEntries(found.reverse());
}
