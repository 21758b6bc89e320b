/**
 * SQL of the versions of a rule or a plan by which something is charged at a moment, each with the moments of sale, from `lo` up to `hi`, of what
 * it is charged for: the last one that applies to what was sold before begins them, and what stood before it is charged no more.
 */
const spans = (table: string, owner: string, key: string, at: string): string => `
  select "v"."number", "v"."content", coalesce("v"."validity_to", 'infinity') "hi",
    case when "v"."number" = "first"."number" then '-infinity' else "v"."validity_from" end "lo"
  from (
    select coalesce(max("a"."number"), 1) "number" from "${table}" "a"
    where "a"."${owner}" = ${key} and "a"."applies_to_existing" and "a"."validity_from" <= ${at}
  ) "first" join "${table}" "v" on "v"."${owner}" = ${key} and "v"."number" >= "first"."number"`;

/**
 * SQL of a plan or a rule by its key, for a lateral join: looked up one by one, since the database expects far more parts than plans have, and would
 * read all that there are instead.
 */
export const oneByKey = (table: 'tariff_plan' | 'tariff_rule', key: string): string =>
  `(select * from "${table}" "one" where "one"."id" = ${key} limit 1)`;

const ALWAYS = `'-infinity'::timestamptz "lo", 'infinity'::timestamptz "hi"`;

/**
 * SQL of the parts of a plan, as rows of `rule_id`, `nested_plan_id`, `priority` and `number` of the version that has them, for what was sold from
 * `lo` up to `hi` (PRD-78, PRD-81). A plan that has not been changed since it is sold has no versions to be looked up.
 * @param plan the row of the plan
 * @param at moment of the charge
 */
export const planPartsAsSold = (plan: string, at: string): string => `(
  select "m"."rule_id", "m"."nested_plan_id", "m"."priority", 1 "number", ${ALWAYS}
  from "tariff_plan_member" "m" where ${plan}."version_number" = 1 and "m"."plan_id" = ${plan}."id"
  union all
  select "x"."id", "y"."id", "part"."priority", "s"."number", "s"."lo", "s"."hi"
  from (${spans('tariff_plan_version', 'plan_id', `${plan}."id"`, at)}) "s"
  cross join lateral jsonb_to_recordset("s"."content"->'members') "part" ("rule" text, "plan" text, "priority" int)
  left join "tariff_rule" "x" on "x"."code" = "part"."rule" left join "tariff_plan" "y" on "y"."code" = "part"."plan"
  where ${plan}."version_number" > 1)`;

/**
 * SQL of the versions of a plan itself, as rows of `number`, for what was sold from `lo` up to `hi`.
 * @param plan the row of the plan
 */
export const planVersionsAsSold = (plan: string, at: string): string => `(
  select 1 "number", ${ALWAYS} where ${plan}."version_number" = 1
  union all
  select "s"."number", "s"."lo", "s"."hi" from (${spans('tariff_plan_version', 'plan_id', `${plan}."id"`, at)}) "s"
  where ${plan}."version_number" > 1)`;

/** What of a rule charges are made of; what says when in the year it holds comes as `seasonal`. */
const COLUMNS = [
  ...['name', 'type', 'equivalent', 'value', 'currency', 'unit', 'period', 'formula', 'condition', 'fee_item'],
  ...['attribute_values', 'after_months', 'for_months', 'validity_from', 'validity_to'],
];

const text = (field: string): string => `"s"."content"->>'${field}'`;
const moment = (field: string): string => `("s"."content"->'validity'->>'${field}')::timestamptz`;
const count = (field: string): string =>
  `case jsonb_typeof("s"."content"->'${field}') when 'array' then jsonb_array_length("s"."content"->'${field}') else 0 end`;

/**
 * SQL of what a rule says, as rows with its columns, `number` of the version, and `seasonal` for what is charged at some times of the year only, for
 * what was sold from `lo` up to `hi` (PRD-72). A rule that has never been changed has no versions to be looked up.
 * @param rule the row of the rule
 * @param at moment of the charge
 */
export const ruleAsSold = (rule: string, at: string): string => `(
  select ${COLUMNS.map((column) => `${rule}."${column}"`).join(', ')},
    cardinality(coalesce(${rule}."months", '{}') || coalesce(${rule}."month_days", '{}') || coalesce(${rule}."week_days", '{}')) > 0 "seasonal", 1 "number", ${ALWAYS}
  where ${rule}."version_number" = 1
  union all
  select ${text('name')}, ${text('type')}, ${text('equivalent')}, (${text('value')})::numeric, ${text('currency')}, ${text('unit')}, ${text('period')}, ${text('formula')},
    ${text('condition')}, ${text('feeItem')}, "s"."content"->'attributeValues', (${text('afterMonths')})::int, (${text('forMonths')})::int, ${moment('from')}, ${moment('to')},
    ${count('months')} + ${count('monthDays')} + ${count('weekDays')} > 0, "s"."number", "s"."lo", "s"."hi"
  from (${spans('tariff_rule_version', 'rule_id', `${rule}."id"`, at)}) "s" where ${rule}."version_number" > 1)`;
