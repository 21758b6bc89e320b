import { Migration } from '@mikro-orm/migrations';

export class M0114UndoneSubProcesses extends Migration {
  override up(): void {
    this.addSql(
      'alter table "process_instance" add column "parent_visit" uuid null, add column "rolled_back_at" timestamptz(3) null, add column "undoes" boolean not null default false',
    );
    // Which visit has started one that is not waited for was not said; it left its step in the operation that made the instance.
    this.addSql(`update "process_instance" "c" set "parent_visit" = coalesce("c"."parent_token", (
      select "k"."id" from "process_token" "k" where "k"."instance_id" = "c"."parent_id" and "k"."kind" = 'SUBPROCESS' and "k"."left_at" = "c"."starts_at"
        and exists (select 1 from "process_instance" "p" join "process_step" "s" on "s"."version_id" = "p"."version_id" and "s"."code" = "k"."step"
          join "process_template" "t" on "t"."code" = "s"."subprocess" where "p"."id" = "c"."parent_id" and "t"."id" = "c"."template_id")
      order by "k"."seq" limit 1)) where "c"."parent_id" is not null`);
    // One that went on by hand after a sub-process belongs to the visit that had started that.
    this.addSql(`with recursive "chain" as (
        select "id", "previous_id", "parent_visit" from "process_instance" where "parent_id" is not null and "parent_visit" is not null
        union all select "i"."id", "i"."previous_id", "chain"."parent_visit" from "chain" join "process_instance" "i" on "i"."id" = "chain"."previous_id"
          where "i"."parent_id" is not null and "i"."parent_visit" is null)
      update "process_instance" "i" set "parent_visit" = "chain"."parent_visit" from "chain" where "chain"."id" = "i"."id" and "i"."parent_visit" is null`);
  }
}
