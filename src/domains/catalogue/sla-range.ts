import { Decimal } from 'decimal.js';
import type { OfferingSlaItem } from './offering-sla-item.js';
import type { SlaTemplateItem } from './sla-template-item.js';

type Range = Pick<SlaTemplateItem, 'min' | 'max' | 'allowedValues'>;

/**
 * Why an offering may not promise what it promises, for a person: a value, a range or a set that does not lie in the range of the product;
 * undefined when it does (PRD-59).
 */
export function slaPromiseObjection(
  range: Range,
  { value, min = null, max = null, allowedValues }: Pick<OfferingSlaItem, 'value' | 'min' | 'max' | 'allowedValues'>,
): string | undefined {
  if (allowedValues.length > 0)
    return allowedValues.map((each) => slaRangeObjection(range, each)).find((objection) => objection);
  if (min === null && max === null) return slaRangeObjection(range, value);
  // What has no bound goes beyond every bound of the product.
  if (min === null && range.min != null) return `at least ${range.min} is expected`;
  if (max === null && range.max != null) return `at most ${range.max} is expected`;
  return [min, max].flatMap((end) => (end === null ? [] : (slaRangeObjection(range, end) ?? [])))[0];
}

/** Why an offering may not promise a value, for a person; undefined when it lies in the range of the product (PRD-59, MOD-86). */
export function slaRangeObjection(range: Range, value: string): string | undefined {
  const promised = new Decimal(value);
  if (range.allowedValues.length > 0)
    return range.allowedValues.some((allowed) => promised.eq(allowed))
      ? undefined
      : `one of ${range.allowedValues.join(', ')} is expected`;
  if (range.min != null && promised.lt(range.min)) return `at least ${range.min} is expected`;
  if (range.max != null && promised.gt(range.max)) return `at most ${range.max} is expected`;
  return undefined;
}
