import { definePermission, requirePermission } from '../../kernel/access/index.js';
import type { Caller } from '../../kernel/access/caller.js';
import { codedError } from '../../kernel/errors/index.js';
import { type ReportScope, uuidOf } from '../../kernel/model/index.js';

/** Permission to analyse sales, revenue and prices. */
export const PRODUCT_ANALYSIS = 'product.analysis';

definePermission({
  name: PRODUCT_ANALYSIS,
  area: 'product-analysis',
  description:
    'To analyse sales, revenue, costs and prices of products in the own regions (PRD-99, PRD-104 to PRD-107).',
});

/** What every analysis is asked with. */
export interface Asked<Input> {
  input: Input;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * Admits who may analyse, in a currency that there is.
 * @throws FORBIDDEN, BAD_USER_INPUT
 */
export function admitAnalyst(caller: Caller, { input }: Asked<object>): void {
  requirePermission(caller, PRODUCT_ANALYSIS);
  if ('currency' in input && !currencies.has(input.currency as string))
    throw codedError('BAD_USER_INPUT', 'This is no currency of ISO 4217.', { path: ['input', 'currency'] });
}

/** The primary key in an opaque id of the input; null for none. */
export const keyOf = (id: string | null | undefined, tag: string, field: string): string | null =>
  id ? uuidOf(id, tag, ['input', field]) : null;

/** Primary keys of opaque ids of the input; null for none. */
export const keysOf = (ids: readonly string[] | null | undefined, tag: string, field: string): string[] | null =>
  ids ? ids.map((id, index) => uuidOf(id, tag, ['input', field, index])) : null;

/** The currency of the input, bound. */
export const currencyIn = <Input extends { currency: string }>(scope: ReportScope<Asked<Input>>): string =>
  `${scope.value(({ input }) => input.currency)}::text`;

/** A column pair of money. */
export const money = (amount: string, currency: string, name: string): string =>
  `trim_scale(${amount}) "${name}_amount", ${currency} "${name}_currency"`;

/**
 * A query of product instances the caller sees, with what each brings a day: the monthly price of its offering, shared equally by all
 * products of it, 12/365 of a month.
 */
export const instances = (visible: string, currency: string): string => `
  select "i"."product_id", "i"."customer_id", "i"."region_id", "i"."activated_at" "opened", "i"."ended_at" "ended",
    case when coalesce("o"."agreed_price_currency", "t"."price_currency") = ${currency}
      then coalesce("o"."agreed_price_amount", "t"."price_amount") * 12 / 365
        / (select count(*) from "product_instance" "s" where "s"."offering_instance_id" = "o"."id") end "daily"
  from "product_instance" "i"
  left join "offering_instance" "o" on "o"."id" = "i"."offering_instance_id"
  left join "tariff_plan" "t" on "t"."id" = "o"."tariff_plan_id" and "t"."period" = 'MONTH'
  where "i"."activated_at" is not null and ${visible}`;
