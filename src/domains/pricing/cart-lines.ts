import { codedError, type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import type { CartRows, PlanRows } from './cart-rows.js';
import type { CartLineInput, CartPriceInput } from './cart-price.input.js';
import type { CartLine } from './charge.js';
import { piecesOf } from './customer-facts.js';
import { attributeObjections, attributesForRules, lineAttributes } from './line-attributes.js';
import { type CartHoldings, NO_OFFERING } from './sold-line.js';
import type { SaleFacts } from './sale-facts.js';

/** Keys of the offerings on the lines, without doubles. */
export const offeringIdsOf = (lines: readonly CartLineInput[]): string[] => [
  ...new Set(lines.map(({ offeringId }, index) => uuidOf(offeringId, 'of', ['input', 'lines', index, 'offeringId']))),
];

/**
 * Finds what the lines of a cart refer to, and gives each the values that rules read.
 * @throws NOT_FOUND for an offering that the caller may not see
 */
export function cartLines(
  input: CartPriceInput,
  rows: Pick<PlanRows, 'offerings' | 'attributes'>,
  { facts, currency, holdings }: { facts: SaleFacts; currency: string; holdings: CartHoldings },
): CartLine[] {
  const offerings = new Map(rows.offerings.map((offering) => [offering.id, offering]));
  const found = input.lines.map((line, index) => {
    const path = ['input', 'lines', index, 'offeringId'];
    const sold = holdings.lines.get(index) ?? null;
    const key = uuidOf(line.offeringId, 'of', path);
    const offering = offerings.get(key) ?? (sold && key === NO_OFFERING ? WITHOUT : null);
    if (!offering) throw codedError('NOT_FOUND', 'There is no Offering with this id.', { path });
    return { line, sold, offering: sold ? { ...offering, fixed: sold.fixed } : offering };
  });
  const order = {
    lines: found.length,
    quantity: found.reduce((sum, { line }) => sum + (line.quantity ?? 1), 0),
    offerings: [...new Set(found.map(({ offering }) => offering.code))],
    currency,
    prepaid: Number(input.prepaidAmount ?? 0),
    prepaidMonths: input.prepaidMonths ?? 0,
    paymentMethod: input.paymentMethod ?? null,
  };
  const held = facts.customer?.held ?? [];
  return found.map(({ line, sold, offering }, index) => {
    const service = line.service ?? CustomerServiceType.INSTALL;
    const quantity = line.quantity ?? 1;
    const slaId = line.offeringSlaId
      ? uuidOf(line.offeringSlaId, 'os', ['input', 'lines', index, 'offeringSlaId'])
      : (sold?.slaId ?? null);
    const pieces = sold?.pieces ?? piecesIn(offering, line, ['input', 'lines', index]);
    const attributes = lineAttributes(line, { offering, pieces, service, sold }, rows.attributes);
    const sla = offering.slas.find((each) => (slaId ? each.id === slaId : each.isDefault)) ?? null;
    return {
      index,
      offering,
      quantity,
      pieces,
      service,
      planId: line.tariffPlanId ? uuidOf(line.tariffPlanId, 'tp', ['input', 'lines', index, 'tariffPlanId']) : null,
      sold,
      sla,
      discountPercent: line.discountPercent ?? null,
      attributes,
      values: {
        ...facts.values,
        order,
        line: {
          offering: offering.code,
          quantity,
          held: piecesOf(held.filter(({ offeringId }) => offeringId === offering.id)),
          service,
          number: line.number ?? null,
          attributes: attributesForRules(attributes),
          sla: sla?.code ?? null,
        },
      },
    };
  });
}

/** Pieces of each product in one of an offering: as the line says, else as the bundle proposes (PRD-33). */
function piecesIn(
  { products }: CartRows['offerings'][number],
  { components }: CartLineInput,
  path: InputPath,
): Map<string, number> {
  const asked = chosen(components, path);
  const all = products.map(({ id, pieces }) => [id, asked.get(id) ?? pieces] as const);
  return new Map(all.filter(([, pieces]) => pieces > 0));
}

const chosen = (components: CartLineInput['components'], path: InputPath): Map<string, number> =>
  new Map(
    (components ?? []).map(({ productId, quantity }, index) => [
      uuidOf(productId, 'pd', [...path, 'components', index, 'productId']),
      quantity,
    ]),
  );

/** What speaks against the pieces that a line asks for. */
function pieceObjections({ offering, sold }: CartLine, { components }: CartLineInput, path: InputPath): UserError[] {
  if (sold) return [];
  const seen = new Set<string>();
  return (components ?? []).flatMap(({ productId, quantity }, index) => {
    const own = [...path, 'components', index];
    const id = uuidOf(productId, 'pd', [...own, 'productId']);
    const product = offering.products.find((each) => each.id === id);
    if (!product)
      return [userError('NOT_IN_OFFERING', 'The offering does not contain this product.', [...own, 'productId'])];
    if (seen.has(id)) return [userError('DUPLICATE', 'The product is named twice.', [...own, 'productId'])];
    seen.add(id);
    const { min, max } = product;
    if (quantity >= min && quantity <= max) return [];
    return [
      userError('QUANTITY_OUT_OF_BOUNDS', `The offering contains ${min} to ${max} of it.`, [...own, 'quantity'], {
        min,
        max,
      }),
    ];
  });
}

/** Stands in where the customer has something without an offering. */
const WITHOUT: CartRows['offerings'][number] = {
  ...{ id: NO_OFFERING, code: '', deposit: null, sold: true, fixed: {} },
  ...{ paymentMethods: [], products: [], slas: [], tariffs: [] },
};

/** What speaks against a line before any price is looked at. */
export function lineObjections(line: CartLine, input: CartPriceInput): UserError[] {
  const path = ['input', 'lines', line.index];
  const { offering } = line;
  const asked = input.lines[line.index]!;
  return [
    ...(offering.sold || line.service !== CustomerServiceType.INSTALL
      ? []
      : [userError('NOT_IN_SALE', `Offering ${offering.code} is not sold then.`, [...path, 'offeringId'])]),
    ...pieceObjections(line, asked, path),
    ...(asked.offeringSlaId && !line.sla
      ? [userError('UNKNOWN_SLA', 'This is no service level of the offering.', [...path, 'offeringSlaId'])]
      : []),
    ...(input.paymentMethod &&
    offering.paymentMethods.length > 0 &&
    !offering.paymentMethods.includes(input.paymentMethod)
      ? [
          userError('PAYMENT_METHOD', `Offering ${offering.code} is not paid by ${input.paymentMethod}.`, path, {
            paymentMethods: offering.paymentMethods,
          }),
        ]
      : []),
    ...attributeObjections(line, asked.attributes ?? [], [...path, 'attributes']),
  ];
}
