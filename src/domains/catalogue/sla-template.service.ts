import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money, TimePeriod } from '../../kernel/model/index.js';
import { requireCurrency } from './currency.js';
import { requireMaintainer } from './maintenance.js';
import { OfferingSlaItem } from './offering-sla-item.js';
import { Product } from './product.js';
import { SlaCostBand } from './sla-cost-band.js';
import { IndicatorValueKind } from './indicator-traits.js';
import { SlaIndicator } from './sla-indicator.js';
import { slaPromiseObjection, slaRangeObjection } from './sla-range.js';
import { SlaTemplateItem } from './sla-template-item.js';
import { SlaTemplate } from './sla-template.js';
import type { SlaCostBandInput, SlaTemplateItemInput, SlaTemplateSaveInput } from './sla.input.js';
import { refuseDoubled } from './validity.js';
import { changingProduct } from './versions.js';

/** Writes an SLA template of a product or changes one; the former ranges and costs are kept with the version of the product (PRD-25, PRD-26). */
export async function saveTemplate(context: CallContext, input: SlaTemplateSaveInput): Promise<SlaTemplate> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId']);
    await requireMaintainer(tx, product, ['input', 'productId']);
    return changingProduct(tx, product, {}, async () => {
      const template = await templateFor(tx, product, input);
      await setItems(tx, template, input.items, ['input', 'items']);
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'slaTemplate.changed',
        subject: template,
        data: { code: template.code, productId: tx.idOf(product) },
      });
      return template;
    });
  });
}

async function templateFor(tx: Transaction, product: Product, input: SlaTemplateSaveInput): Promise<SlaTemplate> {
  const to = input.validTo ? new Date(input.validTo) : null;
  const present = input.templateId ? await tx.get(SlaTemplate, input.templateId, ['input', 'templateId']) : null;
  const other = await tx.em.findOne(SlaTemplate, { code: input.code });
  if (other && other.id !== present?.id) refuse('DUPLICATE', 'Another template has this code.', ['input', 'code']);
  if (present && present.product.id !== product.id)
    refuse('CONTRADICTORY', 'The template is for another product.', ['input', 'productId']);
  const from = present?.validity.from ?? tx.at;
  if (to && to <= from) refuse('CONTRADICTORY', 'The period must end after it begins.', ['input', 'validTo']);
  const template = present ?? tx.add(Object.assign(new SlaTemplate(), { product }));
  return Object.assign(template, { code: input.code, name: input.name, validity: TimePeriod.since(from, to) });
}

async function setItems(
  tx: Transaction,
  template: SlaTemplate,
  inputs: readonly SlaTemplateItemInput[],
  path: InputPath,
): Promise<void> {
  refuseDoubled(inputs, (item) => item.indicatorId, path, 'indicatorId');
  await tx.em.flush();
  const present = await tx.em.find(SlaTemplateItem, { template: template.id });
  const promises = await tx.em.find(
    OfferingSlaItem,
    { offeringSla: { template: template.id } },
    { populate: ['offeringSla', 'indicator'] },
  );
  const kept = new Set<SlaTemplateItem>();
  for (const [index, input] of inputs.entries()) {
    const at = [...path, index];
    const indicator = await tx.get(SlaIndicator, input.indicatorId, [...at, 'indicatorId'], { lock: false });
    const own = present.find((item) => item.indicator.id === indicator.id);
    if (!own && !indicator.active)
      refuse('NOT_ACTIVE', `The indicator ${indicator.code} is out of use.`, [...at, 'indicatorId']);
    const item = Object.assign(own ?? new SlaTemplateItem(), {
      template,
      indicator,
      ...readRange(indicator, input, at),
    });
    if (!own) tx.add(item);
    kept.add(item);
    for (const promise of promises)
      if (promise.indicator.id === indicator.id && slaPromiseObjection(item, promise))
        refuse('OUT_OF_RANGE', `${promise.offeringSla.code} promises something outside of this range.`, at, {
          indicator: indicator.code,
          value: promise.value,
        });
    await setBands(tx, item, input.costBands ?? [], [...at, 'costBands']);
  }
  for (const item of present.filter((candidate) => !kept.has(candidate))) {
    const promise = promises.find(({ indicator }) => indicator.id === item.indicator.id);
    if (promise)
      refuse('IN_USE', `${promise.offeringSla.code} promises the indicator ${promise.indicator.code}.`, path);
    await tx.em.nativeDelete(SlaCostBand, { item: item.id });
    tx.em.remove(item);
  }
}

function readRange({ valueKind, code }: SlaIndicator, input: SlaTemplateItemInput, path: InputPath) {
  const values = (input.allowedValues ?? []).map(({ value }) => value);
  const { min = null, max = null } = input;
  if (valueKind === IndicatorValueKind.DISCRETE) {
    if (values.length === 0) refuse('REQUIRED', `${code} is limited by a set of values.`, [...path, 'allowedValues']);
    if (min !== null || max !== null)
      refuse('CONTRADICTORY', `${code} has no bounds but a set of values.`, [...path, min !== null ? 'min' : 'max']);
    refuseDoubled(
      input.allowedValues ?? [],
      ({ value }) => new Decimal(value).toString(),
      [...path, 'allowedValues'],
      'value',
    );
    return { min, max, allowedValues: values };
  }
  if (values.length > 0) refuse('CONTRADICTORY', `${code} is limited by bounds.`, [...path, 'allowedValues']);
  if (min === null && max === null) refuse('REQUIRED', `${code} needs a bound.`, [...path, 'min']);
  if (min !== null && max !== null && new Decimal(max).lt(min))
    refuse('CONTRADICTORY', 'The largest value is below the smallest.', [...path, 'max']);
  return { min, max, allowedValues: [] };
}

async function setBands(
  tx: Transaction,
  item: SlaTemplateItem,
  inputs: readonly SlaCostBandInput[],
  path: InputPath,
): Promise<void> {
  const sorted = inputs
    .map((input, index) => ({ ...input, at: [...path, index] }))
    .sort((one, other) => new Decimal(one.from).cmp(other.from));
  for (const [place, { from, to, cost, at }] of sorted.entries()) {
    if (new Decimal(to).lt(from)) refuse('CONTRADICTORY', 'The band ends below its beginning.', [...at, 'to']);
    for (const [field, value] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const objection = slaRangeObjection(item, value);
      if (objection) refuse('OUT_OF_RANGE', `Outside of the range: ${objection}.`, [...at, field]);
    }
    const next = sorted[place + 1];
    if (next && new Decimal(next.from).lte(to)) refuse('OVERLAPPING', 'The bands overlap.', [...next.at, 'from']);
    if (new Decimal(cost.amount).isNegative())
      refuse('TOO_SMALL', 'A cost is not negative.', [...at, 'cost', 'amount']);
    requireCurrency(cost.currency, [...at, 'cost', 'currency']);
  }
  await tx.em.flush();
  await tx.em.nativeDelete(SlaCostBand, { item: item.id });
  for (const { from, to, cost } of sorted)
    tx.add(Object.assign(new SlaCostBand(), { item, from, to, cost: Money.of(cost.amount, cost.currency) }));
}
