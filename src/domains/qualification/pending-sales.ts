/**
 * SQL of what a customer has ordered and not yet got, given the key of the customer: a row for each product of a line that installs, with
 * `offering_id`, `offering_version_id`, `tariff_plan_id`, `product_id`, `order_no`, and `replaces_id`, the offering instance that the line takes the place of.
 */
export type PendingSales = (customer: string) => string;

let answer: PendingSales | undefined;

/** Ordering answers what is on its way; what may be sold cannot look forward to it. */
export function answerPendingSales(query: PendingSales): void {
  answer = query;
}

export const pendingSales: PendingSales = (customer) => {
  if (!answer) throw new Error('Nobody answers what customers have ordered: load the domain ordering.');
  return answer(customer);
};
