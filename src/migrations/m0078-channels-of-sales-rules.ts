import { Migration } from '@mikro-orm/migrations';

export class M0078ChannelsOfSalesRules extends Migration {
  override up(): void {
    // Orders go on through channels that rules of sale have named so far; partners are channels by themselves. No order names a longer code.
    this.addSql(
      `insert into "sales_channel" ("id", "created_at", "updated_at", "code", "name", "kind", "active")
       select gen_random_uuid(), now(), now(), "code", "code", 'OTHER', true from (
         select distinct unnest("r"."values") "code" from "sales_rule" "r"
         join "sales_rule_kind" "k" on "k"."id" = "r"."kind_id" and "k"."code" = 'SALES_CHANNEL'
       ) "named" where length("code") between 1 and 60
         and not exists (select 1 from "partner" where "partner"."code" = "named"."code")
       on conflict ("code") do nothing`,
    );
  }
}
