import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { OfferingSlaItemInput } from './offering-sla.input.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import type { OfferingSla } from './offering-sla.js';
import { SlaIndicator } from './sla-indicator.js';
import { type Promised, readPromise } from './sla-promise.js';
import { slaPromiseObjection, slaRangeObjection } from './sla-range.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { refuseDoubled } from './validity.js';

/** Writes what a service level promises; refused with OUT_OF_RANGE where that is outside the range of the product (PRD-59). */
export async function addItems(
  tx: Transaction,
  offeringSla: OfferingSla,
  inputs: readonly OfferingSlaItemInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.indicatorId, path, 'indicatorId');
  for (const [index, input] of inputs.entries()) {
    const { indicatorId } = input;
    const at = [...path, index];
    const indicator = await tx.get(SlaIndicator, indicatorId, [...at, 'indicatorId'], { lock: false });
    const key = { template: offeringSla.template.id, indicator: indicator.id };
    const range = await tx.em.findOne(SlaTemplateItem, key);
    if (!range)
      return refuse('CONTRADICTORY', `The template has no indicator ${indicator.code}.`, [...at, 'indicatorId']);
    const promise = readPromise(indicator, input, at);
    const objection = slaPromiseObjection(range, promise);
    if (objection)
      refuse(
        'OUT_OF_RANGE',
        `What is promised for ${indicator.code} is outside the range of the product: ${objection}.`,
        [...at, fieldOf(range, promise)],
        {
          indicator: indicator.code,
          min: range.min ?? null,
          max: range.max ?? null,
        },
      );
    tx.add(Object.assign(new OfferingSlaItem(), { offeringSla, indicator, ...promise }));
  }
}

/** The field of an input whose value lies outside of the range. */
function fieldOf(range: SlaTemplateItem, { min = null, max = null, allowedValues }: Promised): string {
  if (allowedValues.length > 0) return 'allowedValues';
  if (min === null && max === null) return 'value';
  const low = min === null ? range.min != null : slaRangeObjection({ ...range, max: null }, min) !== undefined;
  return low ? 'min' : 'max';
}
