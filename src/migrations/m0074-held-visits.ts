import { Migration } from '@mikro-orm/migrations';

/**
 * Since when something inside is held by itself, for each visit that waits for a sub-process, over all instances above. What was held with
 * its parent, in the same moment, goes on with it and counts for nothing.
 */
const ABOVE = `with recursive "above" as (
    select "c"."parent_id", "c"."parent_token", least(case when "p"."suspended_at" is distinct from "c"."suspended_at" then "c"."suspended_at" end, "c"."work_held_at") "since"
    from "process_instance" "c" join "process_instance" "p" on "p"."id" = "c"."parent_id"
    where "c"."parent_token" is not null and "c"."status" not in ('TERMINATED', 'COMPLETED')
      and ("c"."work_held_at" is not null or ("c"."suspended_at" is not null and "p"."suspended_at" is distinct from "c"."suspended_at"))
    union all select "i"."parent_id", "i"."parent_token", "above"."since"
    from "above" join "process_instance" "i" on "i"."id" = "above"."parent_id" where "i"."parent_token" is not null)`;

export class M0074HeldVisits extends Migration {
  override up(): void {
    this.addSql('alter table "process_token" add "held_at" timestamptz(3) null');
    this.addSql(`${ABOVE} update "process_token" "k" set "held_at" = "held"."since"
      from (select "parent_token", min("since") "since" from "above" group by 1) "held"
      where "k"."id" = "held"."parent_token" and "k"."left_at" is null`);
    this.addSql(`${ABOVE} update "process_instance" "i" set "work_held_at" = least("i"."work_held_at", "held"."since")
      from (select "parent_id", min("since") "since" from "above" group by 1) "held"
      where "i"."id" = "held"."parent_id" and "i"."status" not in ('TERMINATED', 'COMPLETED')`);
  }
}
