import { Migration } from '@mikro-orm/migrations';

/** The rules of sale of an offering under a group, as a version of the offering keeps them. */
const RULES = `
  create function pg_temp.sales_rules_of(of_offering uuid, of_group uuid) returns jsonb language plpgsql as $$
  begin
    return coalesce((
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'negate', case when "r"."negate" then true end,
        'kind', "k"."code",
        'values', case when "k"."id" is not null then to_jsonb("r"."values") end,
        'condition', "r"."condition",
        'all', case when "r"."form" = 'ALL' then pg_temp.sales_rules_of(of_offering, "r"."id") end,
        'any', case when "r"."form" = 'ANY' then pg_temp.sales_rules_of(of_offering, "r"."id") end,
        'message', "r"."message")) order by "r"."position", "r"."id")
      from "sales_rule" "r" left join "sales_rule_kind" "k" on "k"."id" = "r"."kind_id"
      where "r"."offering_id" = of_offering and "r"."parent_id" is not distinct from of_group), '[]');
  end; $$`;

const SERVICES = `coalesce((select jsonb_agg("s"."service" order by "s"."service" collate "C") from "offering_service" "s"
  where "s"."offering_id" = "v"."offering_id"), '[]')`;

const RELATIONS = `coalesce((
  select jsonb_agg(jsonb_build_object('kind', "r"."kind", 'to', "t"."code", 'prompt', "r"."prompt") order by "r"."kind" collate "C", "t"."code" collate "C")
  from "offering_relation" "r" join "offering" "t" on "t"."id" = "r"."to_id" where "r"."from_id" = "v"."offering_id"), '[]')`;

export class M0101OfferingsAsSold extends Migration {
  override up(): void {
    this.addSql(RULES);
    // Until now every service was judged by what the offering permitted at the moment. That is what each version takes over; from now on it stays.
    this.addSql(
      `update "offering_version" "v" set "content" = "v"."content" || jsonb_build_object(
         'allowedServices', ${SERVICES}, 'salesRules', pg_temp.sales_rules_of("v"."offering_id", null))`,
    );
    // Relations stood in versions before, but were changed without one: only the present version is behind.
    this.addSql(
      `update "offering_version" "v" set "content" = "v"."content" || jsonb_build_object('relations', ${RELATIONS}) where "v"."validity_to" is null`,
    );
    this.addSql('drop function pg_temp.sales_rules_of(uuid, uuid)');
  }
}
