const charges = (whose: string, by: string): string => `
  (select ${by}"held"."currency", sum("held"."amount") "amount" from (
    select "i"."customer_id", case when "i"."agreed_price_amount" is null then "t"."price_amount" else "i"."agreed_price_amount" end "amount",
      case when "i"."agreed_price_amount" is null then "t"."price_currency" else "i"."agreed_price_currency" end "currency"
    from "offering_instance" "i" join "tariff_plan" "t" on "t"."id" = "i"."tariff_plan_id" and "t"."period" = 'MONTH'
    where ${whose}"i"."status" in ('ACTIVE', 'BROKEN')) "held" group by ${by}"held"."currency")`;

/** SQL of what a customer holds costs each month: rows of `currency` and `amount`, whatever the way of paying (CUS-89). */
export const monthlyCharges = (customerId: string): string => charges(`"i"."customer_id" = ${customerId} and `, '');

/** SQL of the same of all customers, by `customer_id`: for many of them far cheaper than one by one. */
export const allMonthlyCharges: string = charges('', '"held"."customer_id", ');

/** SQL of the currency in which a customer is told what it costs: that of the default account, else of any, else CNY. */
export const customerCurrency = (customerId: string): string => `
  coalesce((select "a"."currency" from "account" "a" where "a"."owner_id" = ${customerId} and "a"."status" <> 'INVALID'
    order by "a"."is_default" desc, "a"."opened_at", "a"."id" limit 1), 'CNY')`;

/** SQL of what a customer holds costs each month in the customer's own currency; charges in others are none of it. */
export const monthlyChargeOf = (customerId: string): string => `
  coalesce((select "m"."amount" from ${monthlyCharges(customerId)} "m" where "m"."currency" = ${customerCurrency(customerId)}), 0)`;
