import { Decimal } from 'decimal.js';
import type { SlaTemplateItem } from './sla-template-item.js';

/** Why an offering may not promise a value, for a person; undefined when it lies in the range of the product (PRD-59, MOD-86). */
export function slaRangeObjection(
  range: Pick<SlaTemplateItem, 'min' | 'max' | 'allowedValues'>,
  value: string,
): string | undefined {
  const promised = new Decimal(value);
  if (range.allowedValues.length > 0)
    return range.allowedValues.some((allowed) => promised.eq(allowed))
      ? undefined
      : `one of ${range.allowedValues.join(', ')} is expected`;
  if (range.min != null && promised.lt(range.min)) return `at least ${range.min} is expected`;
  if (range.max != null && promised.gt(range.max)) return `at most ${range.max} is expected`;
  return undefined;
}
