import { Decimal } from 'decimal.js';
import { IndicatorDirection } from '../catalogue/index.js';
import { SlaLevel } from './running-indicator.js';

/** What is promised for an indicator, as far as comparing needs it; numbers as decimal text. */
export interface Promised {
  direction: IndicatorDirection;
  committedValue: string;
  warningValue: string;
  alarmValue: string;
}

/** Level of a measured value (rule R1); a value that equals a limit is on its good side. */
export function levelOf(promised: Promised, measured: string): SlaLevel {
  if (isWorse(promised.direction, measured, promised.alarmValue)) return SlaLevel.VIOLATION;
  return isWorse(promised.direction, measured, promised.warningValue) ? SlaLevel.WARNING : SlaLevel.OK;
}

/** Whether `value` is worse than `limit`. */
export function isWorse(direction: IndicatorDirection, value: string, limit: string): boolean {
  return direction === IndicatorDirection.HIGHER_BETTER ? new Decimal(value).lt(limit) : new Decimal(value).gt(limit);
}

/** Distance of a measured value from the promised one, exact; negative is worse (rule R2, SLA-31). */
export function deviationOf(
  { direction, committedValue }: Pick<Promised, 'direction' | 'committedValue'>,
  measured: string,
): string {
  const above = new Decimal(measured).minus(committedValue);
  return (direction === IndicatorDirection.HIGHER_BETTER ? above : above.neg().plus(0)).toFixed();
}

/**
 * The warning value for a promise that names none: on the good side of the alarm value by half of the tolerance, which is the rest
 * to 100 for percentages and the value itself where lower is better; elsewhere the alarm value.
 */
export function usualWarning(direction: IndicatorDirection, unit: string, alarmValue: string): string {
  const alarm = new Decimal(alarmValue);
  if (direction === IndicatorDirection.LOWER_BETTER) return alarm.isNegative() ? alarmValue : alarm.div(2).toFixed();
  return unit === '%' && alarm.lte(100) ? alarm.plus(new Decimal(100).minus(alarm).div(2)).toFixed() : alarmValue;
}
