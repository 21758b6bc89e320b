import { Decimal } from 'decimal.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { OfferingSlaItemInput } from './offering-sla.input.js';
import type { OfferingSlaItem } from './offering-sla-item.js';
import { IndicatorDirection, IndicatorValueKind } from './indicator-traits.js';
import type { SlaIndicator } from './sla-indicator.js';
import { refuseDoubled } from './validity.js';

/** What is promised for one indicator. */
export type Promised = Pick<OfferingSlaItem, 'value' | 'min' | 'max' | 'allowedValues'>;

/**
 * What an offering promises for an indicator: one value, a range or a set of values (PRD-57). Of several the worst one stands as the value.
 * Refuses with REQUIRED, CONTRADICTORY or DUPLICATE.
 */
export function readPromise(indicator: SlaIndicator, input: OfferingSlaItemInput, path: InputPath): Promised {
  const { value = null, min = null, max = null } = input;
  const set = (input.allowedValues ?? []).map((each) => each.value);
  const bounded = min !== null || max !== null;
  const ways = [value !== null, bounded, set.length > 0].filter(Boolean).length;
  if (ways === 0)
    refuse('REQUIRED', `A value, a range or a set is promised for ${indicator.code}.`, [...path, 'value']);
  if (ways > 1) refuse('CONTRADICTORY', 'Either a value, a range or a set is promised.', [...path, 'value']);
  if (value !== null) return { value, min: null, max: null, allowedValues: [] };
  const discrete = indicator.valueKind === IndicatorValueKind.DISCRETE;
  if (bounded && discrete)
    refuse('CONTRADICTORY', `${indicator.code} has no bounds but a set of values.`, [
      ...path,
      min !== null ? 'min' : 'max',
    ]);
  if (set.length > 0 && !discrete)
    refuse('CONTRADICTORY', `${indicator.code} is limited by bounds.`, [...path, 'allowedValues']);
  if (min !== null && max !== null && new Decimal(max).lt(min))
    refuse('CONTRADICTORY', 'The largest value is below the smallest.', [...path, 'max']);
  refuseDoubled(
    input.allowedValues ?? [],
    (each) => new Decimal(each.value).toString(),
    [...path, 'allowedValues'],
    'value',
  );
  return { value: worst(indicator, { min, max, set }, path), min, max, allowedValues: set };
}

function worst(
  { direction, code }: SlaIndicator,
  { min, max, set }: { min: string | null; max: string | null; set: readonly string[] },
  path: InputPath,
): string {
  const higher = direction === IndicatorDirection.HIGHER_BETTER;
  if (set.length > 0) return (higher ? Decimal.min(...set) : Decimal.max(...set)).toFixed();
  return (
    (higher ? min : max) ??
    refuse('REQUIRED', `Nobody could count on a range of ${code} that is open to the worse.`, [
      ...path,
      higher ? 'min' : 'max',
    ])
  );
}
