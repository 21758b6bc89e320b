import { Decimal } from 'decimal.js';
import { definePermission, requirePermission, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, Money, type Node, uuidOf } from '../../kernel/model/index.js';
import type { Customer } from '../customer/index.js';
import type { OfferingInstance, ProductInstance } from '../inventory/index.js';

/** Permission to analyse sales, revenue and prices. */
export const PRODUCT_ANALYSIS = 'product.analysis';

definePermission({
  name: PRODUCT_ANALYSIS,
  area: 'product-analysis',
  description:
    'To analyse sales, revenue, costs and prices of products in the own regions (PRD-99, PRD-104 to PRD-107).',
});

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A statement in the making: it hands out placeholders, and says what the caller sees. */
export class Analysis {
  private readonly values: unknown[] = [];

  private constructor(private readonly context: CallContext) {}

  /** @throws FORBIDDEN when the caller may not analyse */
  static of(context: CallContext): Analysis {
    requirePermission(context.caller, PRODUCT_ANALYSIS);
    return new Analysis(context);
  }

  /** The placeholder of a value. */
  bind = (value: unknown): string => `$${this.values.push(value)}`;

  /** The primary key in an opaque id, bound; null for none. */
  id(id: string | null | undefined, tag: string, field: string): string {
    return `${this.bind(id ? uuidOf(id, tag, ['input', field]) : null)}::uuid`;
  }

  /** Primary keys, bound; null for none. */
  ids(ids: readonly string[] | null | undefined, tag: string, field: string): string {
    return `${this.bind(ids ? ids.map((id, index) => uuidOf(id, tag, ['input', field, index])) : null)}::uuid[]`;
  }

  /** A currency, bound. @throws BAD_USER_INPUT for one that is none */
  currency(code: string): string {
    if (!currencies.has(code))
      throw codedError('BAD_USER_INPUT', 'This is no currency of ISO 4217.', { path: ['input', 'currency'] });
    return `${this.bind(code)}::text`;
  }

  /** Which rows of a noun the caller sees. */
  sees(noun: typeof ProductInstance | typeof OfferingInstance | typeof Customer, alias: string): string {
    return visibleRows(noun, this.context.caller, alias, this.bind);
  }

  async rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.context.database.pool.query<Row>(sql, this.values)).rows;
  }
}

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

/** Money of a sum. */
export const moneyOf = (amount: string, currency: string): Money => Money.of(new Decimal(amount).toFixed(), currency);

/** Stands for a row by its key; what is selected of it is read when it is answered. */
export const row = <T extends Node>(noun: Class<T> & (new () => T), id: string): T => Object.assign(new noun(), { id });
