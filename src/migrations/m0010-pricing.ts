import { Migration } from '@mikro-orm/migrations';

export class M0010Pricing extends Migration {
  override up(): void {
    this.addSql(
      'create table "discount" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "kind" text not null, "scope" text not null, "charge_type" text not null, "fee_item" varchar(60) null, "value" numeric null, "formula" varchar(2000) null, "currency" varchar(3) null, "gift" varchar(200) null, "service" text null, "condition" varchar(2000) null, "basis" text null, "threshold" numeric null, "ladder" varchar(60) null, "combinable" boolean not null, "priority" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('alter table "discount" add constraint "discount_code_unique" unique ("code")');
    this.addSql('create index "discount_name_id_index" on "discount" ("name", "id")');
    this.addSql('create index "discount_name_search" on "discount" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "discount_scope_id_index" on "discount" ("scope", "id")');
    this.addSql(
      'create table "discount_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, primary key ("id"))',
    );
    this.addSql('create index "discount_relation_from_id_id_index" on "discount_relation" ("from_id", "id")');
    this.addSql('create index "discount_relation_to_id_id_index" on "discount_relation" ("to_id", "id")');
    this.addSql(
      'create unique index "discount_relation_from_id_to_id_kind_together_unique" on "discount_relation" ("from_id", "to_id", "kind")',
    );
    this.addSql(
      'create table "offering_discount" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "discount_id" uuid not null, "offering_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "offering_discount_discount_id_id_index" on "offering_discount" ("discount_id", "id")');
    this.addSql('create index "offering_discount_offering_id_id_index" on "offering_discount" ("offering_id", "id")');
    this.addSql(
      'create unique index "offering_discount_offering_id_discount_id_together_unique" on "offering_discount" ("offering_id", "discount_id")',
    );
    this.addSql(
      'create table "staff_discount_range" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "position_id" uuid not null, "offering_id" uuid null, "min_percent" numeric not null, "max_percent" numeric not null, primary key ("id"))',
    );
    this.addSql(
      'create index "staff_discount_range_position_id_id_index" on "staff_discount_range" ("position_id", "id")',
    );
    this.addSql(
      'create index "staff_discount_range_offering_id_id_index" on "staff_discount_range" ("offering_id", "id")',
    );
    this.addSql(
      'create unique index "staff_discount_range_position_id_offering_id_together_unique" on "staff_discount_range" ("position_id", "offering_id")',
    );
    this.addSql(
      'create table "tariff_plan_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, "offering_id" uuid null, primary key ("id"))',
    );
    this.addSql('create index "tariff_plan_relation_from_id_id_index" on "tariff_plan_relation" ("from_id", "id")');
    this.addSql('create index "tariff_plan_relation_to_id_id_index" on "tariff_plan_relation" ("to_id", "id")');
    this.addSql(
      'create index "tariff_plan_relation_offering_id_id_index" on "tariff_plan_relation" ("offering_id", "id")',
    );
    this.addSql(
      'create unique index "tariff_plan_relation_from_id_to_id_kind_offering_id_together_un" on "tariff_plan_relation" ("from_id", "to_id", "kind", "offering_id")',
    );
    this.addSql(
      'create table "tariff_tier" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "rule_id" uuid not null, "basis" text not null, "threshold" int not null, "value" numeric not null, primary key ("id"))',
    );
    this.addSql('create index "tariff_tier_rule_id_id_index" on "tariff_tier" ("rule_id", "id")');
    this.addSql(
      'create unique index "tariff_tier_rule_id_basis_threshold_together_unique" on "tariff_tier" ("rule_id", "basis", "threshold")',
    );
    this.addSql('alter table "tariff_plan" add "condition" varchar(2000) null, add "configured_by" varchar(100) null');
    this.addSql('alter table "offering_tariff" add "priority" int null');
    this.addSql(
      'alter table "tariff_rule" add "fee_item" varchar(60) null, add "product_id" uuid null, add "attribute_values" jsonb not null default \'{}\', add "condition" varchar(2000) null, add "months" text[] null, add "month_days" text[] null, add "week_days" text[] null, add "after_months" int null, add "for_months" int null',
    );
    this.addSql(
      'alter table "tariff_rule" add constraint "tariff_rule_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "tariff_rule_product_id_id_index" on "tariff_rule" ("product_id", "id")');
    this.addSql(
      'create index "tariff_rule_attribute_values_gin" on "tariff_rule" using gin ("attribute_values" jsonb_path_ops)',
    );
    this.addSql(
      "alter table \"discount\" add constraint \"discount_kind_check\" check (\"kind\" in ('AMOUNT', 'PERCENT', 'TOTAL', 'WAIVE', 'FREE_PERIODS', 'GIFT', 'POINTS'))",
    );
    this.addSql(
      'alter table "discount" add constraint "discount_scope_check" check ("scope" in (\'OFFERING\', \'CART\'))',
    );
    this.addSql(
      'alter table "discount" add constraint "discount_charge_type_check" check ("charge_type" in (\'ONE_TIME\', \'PERIODIC\', \'USAGE\'))',
    );
    this.addSql(
      "alter table \"discount\" add constraint \"discount_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      "alter table \"discount\" add constraint \"discount_basis_check\" check (\"basis\" in ('PREPAID_AMOUNT', 'PREPAID_MONTHS', 'ORDER_TOTAL', 'QUANTITY'))",
    );
    this.addSql(
      'alter table "discount_relation" add constraint "discount_relation_from_id_foreign" foreign key ("from_id") references "discount" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "discount_relation" add constraint "discount_relation_to_id_foreign" foreign key ("to_id") references "discount" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "discount_relation" add constraint "discount_relation_kind_check" check ("kind" in (\'EXCLUDE\', \'COMBINE\', \'REQUIRE\'))',
    );
    this.addSql(
      'alter table "offering_discount" add constraint "offering_discount_discount_id_foreign" foreign key ("discount_id") references "discount" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_discount" add constraint "offering_discount_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "staff_discount_range" add constraint "staff_discount_range_position_id_foreign" foreign key ("position_id") references "job_position" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "staff_discount_range" add constraint "staff_discount_range_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan_relation" add constraint "tariff_plan_relation_from_id_foreign" foreign key ("from_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan_relation" add constraint "tariff_plan_relation_to_id_foreign" foreign key ("to_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan_relation" add constraint "tariff_plan_relation_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"tariff_plan_relation\" add constraint \"tariff_plan_relation_kind_check\" check (\"kind\" in ('EXCLUDE', 'REQUIRE', 'UPGRADE', 'COEXIST'))",
    );
    this.addSql(
      'alter table "tariff_tier" add constraint "tariff_tier_rule_id_foreign" foreign key ("rule_id") references "tariff_rule" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_tier" add constraint "tariff_tier_basis_check" check ("basis" in (\'ORDER\', \'CUSTOMER\', \'GROUP\'))',
    );
  }
}
