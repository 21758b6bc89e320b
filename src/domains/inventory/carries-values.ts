import { AttributeDataType } from '../catalogue/index.js';

/** A number as people write one, in SQL, without the question mark that stands for values; leading and trailing zeros tell nothing. */
const NUMBER = `'^-{0,1}[0-9]{1,20}([.][0-9]{1,10}){0,1}$'`;

/** Whether a value that a rule asks for is the one that a product carries: the numbers of attributes that are numbers are compared as such. */
const SAME = `case when "w"."text" ~ ${NUMBER} and "carried"."text" ~ ${NUMBER} and exists (
    select 1 from "product_attribute" "t" where "t"."product_id" = "n"."product_id" and "t"."code" = "a"."key" and "t"."data_type" in ('${AttributeDataType.INTEGER}', '${AttributeDataType.DECIMAL}'))
  then "w"."text"::numeric = "carried"."text"::numeric else "w"."text" = "carried"."text" end`;

/**
 * SQL of whether one of the products of an offering instance carries all attribute values that a rule asks for; of the price of a product, that
 * product (PRD-74, PRD-62).
 * @param instance key of the offering instance
 * @param rule a row with `product_id` and `attribute_values`
 */
export const carries = (instance: string, rule: string): string => `exists (
  select 1 from "product_instance" "n" where "n"."offering_instance_id" = ${instance} and "n"."status" <> 'REMOVED'
  and (${rule}."product_id" is null or "n"."product_id" = ${rule}."product_id") and not exists (
    select 1 from jsonb_each(${rule}."attribute_values") "a" cross join lateral (select "n"."characteristics" ->> "a"."key" "text") "carried"
    where "carried"."text" is null or not exists (
      select 1 from jsonb_array_elements_text(case jsonb_typeof("a"."value") when 'array' then "a"."value" else jsonb_build_array("a"."value") end) "w"("text")
      where ${SAME})))`;
