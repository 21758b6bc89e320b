import { Migration } from '@mikro-orm/migrations';

/** Whose the first offering is that a plan prices, by itself or inside other plans: so it was told before plans had owners. */
const firstPriced = `
  with recursive "up"("start", "plan") as (
    select "id", "id" from "tariff_plan"
    union select "up"."start", "m"."plan_id" from "tariff_plan_member" "m" join "up" on "m"."nested_plan_id" = "up"."plan"
  ), "priced" as (
    select "up"."start", "o"."level", "o"."owner_id", "t"."created_at", "t"."id" from "up"
    join "offering_tariff" "t" on "t"."tariff_plan_id" = "up"."plan" join "offering" "o" on "o"."id" = "t"."offering_id"
  )`;

export class M0077SalesChannelsAndPlanOwners extends Migration {
  override up(): void {
    this.addSql(
      'create table "sales_channel" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "kind" text not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "sales_channel" add constraint "sales_channel_code_unique" unique ("code")');
    this.addSql('create index "sales_channel_name_id_index" on "sales_channel" ("name", "id")');
    this.addSql('create index "sales_channel_name_search" on "sales_channel" using gin ("name" gin_trgm_ops)');
    this.addSql(
      "alter table \"sales_channel\" add constraint \"sales_channel_kind_check\" check (\"kind\" in ('ACCOUNT_MANAGER', 'HALL', 'HOTLINE', 'ONLINE', 'PARTNER', 'OTHER'))",
    );
    // Channels of the first start, and each that a catalogue was made for or sold from; partners are channels by themselves.
    this.addSql(
      `insert into "sales_channel" ("id", "created_at", "updated_at", "code", "name", "kind", "active")
       select gen_random_uuid(), now(), now(), "code", "name", "kind", true
       from (values ('OWN_HALL', '自有营业厅', 'HALL'), ('COOPERATIVE_HALL', '合作营业厅', 'HALL'), ('CALL_CENTRE', '10000号', 'HOTLINE'),
         ('WEB_HALL', '网上营业厅', 'ONLINE'), ('ACCOUNT_MANAGER', '客户经理', 'ACCOUNT_MANAGER')) "t" ("code", "name", "kind")
       union all
       select gen_random_uuid(), now(), now(), "code", "code", 'OTHER', true from (
         select "scope" "code" from "catalogue" where "purpose" = 'CHANNEL' and "scope" is not null
         union select "channel" from "channel_catalogue"
       ) "used" where "code" not in ('OWN_HALL', 'COOPERATIVE_HALL', 'CALL_CENTRE', 'WEB_HALL', 'ACCOUNT_MANAGER')
         and "code" not in (select "code" from "partner")`,
    );
    for (const table of ['tariff_plan', 'tariff_rule']) {
      this.addSql(`alter table "${table}" add "level" text null, add "owner_id" uuid null`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict`,
      );
      this.addSql(`create index "${table}_owner_id_id_index" on "${table}" ("owner_id", "id")`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_level_check" check ("level" in ('HEADQUARTERS', 'PROVINCE', 'LOCAL_NETWORK'))`,
      );
    }
    this.addSql('alter table "tariff_plan" add "cloned_from_id" uuid null');
    this.addSql(
      'alter table "tariff_plan" add constraint "tariff_plan_cloned_from_id_foreign" foreign key ("cloned_from_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "tariff_plan_cloned_from_id_id_index" on "tariff_plan" ("cloned_from_id", "id")');
    this.addSql('alter table "reservation" add "product_id" uuid null, add "install_address" varchar(400) null');
    this.addSql(
      'alter table "reservation" add constraint "reservation_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "reservation_product_id_id_index" on "reservation" ("product_id", "id")');
    this.addSql(
      'create table "product_withdrawal" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "stop_sale_on" date not null, "replaced_by_id" uuid null, "end_of_service_on" date null, "reason" varchar(500) not null, "planned_by" varchar(100) not null, "sale_stopped_at" timestamptz(3) null, "service_end_told_at" timestamptz(3) null, primary key ("id"))',
    );
    for (const column of ['product_id', 'replaced_by_id'])
      this.addSql(
        `alter table "product_withdrawal" add constraint "product_withdrawal_${column}_foreign" foreign key ("${column}") references "product" ("id") on update no action on delete restrict`,
      );
    for (const column of ['product_id', 'stop_sale_on', 'replaced_by_id', 'end_of_service_on'])
      this.addSql(`create index "product_withdrawal_${column}_id_index" on "product_withdrawal" ("${column}", "id")`);
    this.addSql(
      'create unique index "product_withdrawal_product_id_together_unique" on "product_withdrawal" ("product_id")',
    );
    // What offerings promise so far are single values.
    this.addSql(
      'alter table "offering_sla_item" add "min" numeric null, add "max" numeric null, add "allowed_values" text[] not null default \'{}\'',
    );
    this.addSql('alter table "offering_sla_item" alter column "allowed_values" drop default');
    // What prices nothing yet stays nobody's: whoever sells by it first owns it, as before.
    this.addSql(
      `update "tariff_plan" "p" set "level" = "f"."level", "owner_id" = "f"."owner_id" from (
         ${firstPriced} select distinct on ("start") "start", "level", "owner_id" from "priced" order by "start", "created_at", "id"
       ) "f" where "f"."start" = "p"."id"`,
    );
    this.addSql(
      `update "tariff_rule" "r" set "level" = "f"."level", "owner_id" = "f"."owner_id" from (
         ${firstPriced} select distinct on ("m"."rule_id") "m"."rule_id", "priced"."level", "priced"."owner_id" from "priced"
         join "tariff_plan_member" "m" on "m"."plan_id" = "priced"."start" and "m"."rule_id" is not null
         order by "m"."rule_id", "priced"."created_at", "priced"."id"
       ) "f" where "f"."rule_id" = "r"."id"`,
    );
    // A standard price is its product's.
    this.addSql(
      `update "tariff_rule" "r" set "level" = "p"."level", "owner_id" = "p"."owner_id" from "product" "p" where "p"."id" = "r"."product_id"`,
    );
  }
}
