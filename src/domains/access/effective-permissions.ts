/** A function point that an employee holds, through one role or grant. */
export interface HeldPermission {
  code: string;
  /** Whether the holder may grant it to others. */
  passable: boolean;
  /** Where in the organisation it counts; null for the own unit and all below. */
  organisationPath: string | null;
  /** Key of the region where it may be used, with all inside; null for all of the holder's. */
  regionId: string | null;
  /** Key of the product line for which it may be used, with all inside; null for all. */
  productLineId: string | null;
  /** Highest amount that it covers, as decimal text; null for any. */
  limit: string | null;
  /** When the grant ends; null when it does not. */
  until: Date | null;
}

const valid = (alias: string) =>
  `${alias}."validity_from" <= $2 and (${alias}."validity_to" is null or ${alias}."validity_to" > $2)`;

/**
 * SQL for the permissions that the employee $1 holds at the moment $2: of the roles of their positions, of grants to these
 * positions for the part of the organisation where they work, and of grants to themselves; composed roles are followed.
 */
export const HELD_PERMISSIONS = `
  with recursive "place" as (
    select "o"."path" from "employee" "e" join "party" "o" on "o"."id" = "e"."organization_id" where "e"."id" = $1
  ), "held_position" as (
    select "p"."position_id", "p"."validity_to" from "employee_position" "p" where "p"."employee_id" = $1 and ${valid('"p"')}
  ), "granted" as (
    select "r"."role_id", null::uuid "function_point_id", null::text "path", null::uuid "region_id", null::uuid "product_line_id", null::numeric "money_limit",
      false "passable", "h"."validity_to" "until"
    from "held_position" "h" join "position_role" "r" on "r"."position_id" = "h"."position_id"
    union all
    select "g"."role_id", "g"."function_point_id", case when "g"."employee_id" is not null then "o"."path" end, "g"."region_id",
      "g"."product_line_id", "g"."money_limit", "g"."passable", least("g"."validity_to", "h"."validity_to")
    from "permission_grant" "g"
    join "party" "o" on "o"."id" = "g"."organization_id"
    left join "held_position" "h" on "h"."position_id" = "g"."position_id"
    where ${valid('"g"')} and ("g"."employee_id" = $1
      or ("h"."position_id" is not null and starts_with((select "path" from "place"), "o"."path")))
  ), "role" as (
    select "role_id", "path", "region_id", "product_line_id", "money_limit", "passable", "until" from "granted" where "role_id" is not null
    union
    select "c"."part_id", "r"."path", "r"."region_id", "r"."product_line_id", "r"."money_limit", "r"."passable", "r"."until"
    from "role" "r" join "role_part" "c" on "c"."role_id" = "r"."role_id"
  ), "point" as (
    select "x"."function_point_id", "r"."path", "r"."region_id", "r"."product_line_id", least("r"."money_limit", "x"."money_limit") "money_limit",
      "r"."passable" or "x"."passable" "passable", "r"."until"
    from "role" "r" join "role_permission" "x" on "x"."role_id" = "r"."role_id"
    union all
    select "function_point_id", "path", "region_id", "product_line_id", "money_limit", "passable", "until" from "granted" where "function_point_id" is not null
  )
  select distinct "f"."code", "p"."passable", "p"."path" "organisationPath", "p"."region_id" "regionId",
    "p"."product_line_id" "productLineId", "p"."money_limit"::text "limit", "p"."until"
  from "point" "p" join "function_point" "f" on "f"."id" = "p"."function_point_id" where not "f"."retired"`;
