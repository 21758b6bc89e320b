import { Migration } from '@mikro-orm/migrations';

/** The day that it is where the operator is, by the parameter `operator.time-zone`; in UTC until that is there. */
const OPERATOR_TODAY = `
  create function "operator_today"() returns date language sql stable as $$
    select (now() at time zone coalesce(
      (select "v"."value" #>> '{}' from "system_parameter" "p" join "parameter_value" "v" on "v"."parameter_id" = "p"."id"
        where "p"."code" = 'operator.time-zone' and "v"."partner_id" is null and "v"."organization_id" is null
          and "v"."validity_from" <= now() and ("v"."validity_to" is null or "v"."validity_to" > now())
        order by "v"."version" desc limit 1),
      (select "p"."default_value" #>> '{}' from "system_parameter" "p" where "p"."code" = 'operator.time-zone'),
      'UTC'))::date
  $$`;

export class M0105OperatorToday extends Migration {
  override up(): void {
    this.addSql(OPERATOR_TODAY);
  }
}
