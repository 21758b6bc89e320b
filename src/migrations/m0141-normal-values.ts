import { Migration } from '@mikro-orm/migrations';

/**
 * A value in the form in which values of its type are kept today: a number, or its shortest text where a binary number cannot hold it; texts
 * for choices and texts. What does not fit stays as it is.
 */
const NORMAL = `
  create function pg_temp.normal_one("type" text, "given" jsonb) returns jsonb language sql immutable as $$
    select case
      when "type" in ('INTEGER', 'DECIMAL') and jsonb_typeof("given") in ('number', 'string')
        and ("given" #>> '{}') ~ '^(-|)[0-9]{1,20}(\\.[0-9]{1,10}|)$' then
        case when ("given" #>> '{}')::float8::text::numeric = ("given" #>> '{}')::numeric
          then to_jsonb(trim_scale(("given" #>> '{}')::numeric)) else to_jsonb(trim_scale(("given" #>> '{}')::numeric)::text) end
      when "type" in ('TEXT', 'CHOICE') and jsonb_typeof("given") = 'number' then to_jsonb(trim_scale(("given" #>> '{}')::numeric)::text)
      when "type" in ('TEXT', 'CHOICE') and jsonb_typeof("given") = 'boolean' then to_jsonb("given" #>> '{}')
      else "given" end
  $$`;

/** The same of a list, value by value. */
const NORMAL_LIST = `
  create function pg_temp.normal_value("type" text, "given" jsonb) returns jsonb language sql immutable as $$
    select case
      when jsonb_typeof("given") = 'array' then (
        select coalesce(jsonb_agg(pg_temp.normal_one("type", "e"."value") order by "e"."at"), '[]')
        from jsonb_array_elements("given") with ordinality "e"("value", "at"))
      else pg_temp.normal_one("type", "given") end
  $$`;

/** Rewrites the values of a column that have another form. @param types SQL of "key", "code" and "type", the key being that of the rows "r" */
const rewritten = (table: string, column: string, key: string, types: string): string => `
  with "type" as materialized (${types}), "normal" as (
    select "r"."id", jsonb_object_agg("e"."key", coalesce(pg_temp.normal_value("t"."type", "e"."value"), "e"."value")) "values"
    from "${table}" "r" cross join lateral jsonb_each("r"."${column}") "e"
    left join "type" "t" on "t"."key" = ${key} and "t"."code" = "e"."key"
    where jsonb_typeof("r"."${column}") = 'object' group by "r"."id")
  update "${table}" "r" set "${column}" = "n"."values" from "normal" "n" where "n"."id" = "r"."id" and "n"."values" <> "r"."${column}"`;

const OF_PRODUCT = `select "product_id" "key", "code", "data_type" "type" from "product_attribute"`;

/** Of an offering those about which its products agree how values are read. */
const OF_OFFERING = `
  select "c"."offering_id" "key", "a"."code", min("a"."data_type") "type"
  from "offering_component" "c" join "product_attribute" "a" on "a"."product_id" = "c"."product_id" group by 1, 2
  having count(distinct case when "a"."data_type" in ('INTEGER', 'DECIMAL') then 'NUMBER' when "a"."data_type" in ('TEXT', 'CHOICE') then 'TEXT' else "a"."data_type" end) = 1`;

const OF_CUSTOMER = `
  select "t"."customer_type" "key", "f"."code", "f"."data_type" "type"
  from "customer_template_field" "f" join "customer_template" "t" on "t"."id" = "f"."template_id"`;

/** Values of typed attributes that were written before they were kept in one form, such as "010" for 10. */
export class M0141NormalValues extends Migration {
  override up(): void {
    this.addSql(NORMAL);
    this.addSql(NORMAL_LIST);
    for (const [table, column] of [
      ['product_instance', 'characteristics'],
      ['service_order', 'characteristics'],
      ['offering_component', 'fixed_values'],
      ['product_package_item', 'fixed_values'],
    ] as const)
      this.addSql(rewritten(table, column, '"r"."product_id"', OF_PRODUCT));
    this.addSql(rewritten('order_item', 'characteristics', '"r"."offering_id"', OF_OFFERING));
    this.addSql(rewritten('customer', 'characteristics', '"r"."customer_type"', OF_CUSTOMER));
    this.addSql('drop function pg_temp.normal_value(text, jsonb)');
    this.addSql('drop function pg_temp.normal_one(text, jsonb)');
  }
}
