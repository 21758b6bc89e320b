/**
 * SQL of what customers have ordered and what is not yet opened for them, given the keys of the customers as a query: a row for each such
 * line of an order that is neither completed nor cancelled, with `customer_id`, `offering_id`, `tariff_plan_id`, `quantity`,
 * `replaces_id`, the offering instance that the line takes the place of, and `products`, by whose keys a JSON object has the pieces in each one.
 */
export type OrderedPieces = (customers: string) => string;

let answer: OrderedPieces | undefined;

/** Ordering answers what is on its way; prices cannot look forward to it. */
export function answerOrderedPieces(query: OrderedPieces): void {
  answer = query;
}

export const orderedPieces: OrderedPieces = (customers) => {
  if (!answer) throw new Error('Nobody answers what customers have ordered: load the domain ordering.');
  return answer(customers);
};
