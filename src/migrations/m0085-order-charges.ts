import { Migration } from '@mikro-orm/migrations';

export class M0085OrderCharges extends Migration {
  override up(): void {
    this.addSql(
      'create table "order_charge" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_id" uuid not null, "item_id" uuid null, "position" int not null, "source" text not null, "code" varchar(100) not null, "name" varchar(500) not null, "rule_id" uuid null, "tariff_plan_id" uuid null, "discount_id" uuid null, "type" text not null, "equivalent" text not null, "fee_item" varchar(60) null, "currency" varchar(3) null, "unit" varchar(60) null, "period" text null, "unit_price" numeric null, "quantity" int not null, "amount" numeric null, "tier_basis" text null, "tier_threshold" int null, "formula" varchar(4000) null, "after_months" int null, "for_months" int null, primary key ("id"))',
    );
    this.addSql('create index "order_charge_order_id_id_index" on "order_charge" ("order_id", "id")');
    this.addSql('create index "order_charge_item_id_id_index" on "order_charge" ("item_id", "id")');
    this.addSql('create index "order_charge_rule_id_id_index" on "order_charge" ("rule_id", "id")');
    this.addSql('create index "order_charge_tariff_plan_id_id_index" on "order_charge" ("tariff_plan_id", "id")');
    this.addSql('create index "order_charge_discount_id_id_index" on "order_charge" ("discount_id", "id")');
    this.addSql(
      'alter table "customer_order" add "prepaid_amount" numeric null, add "prepaid_currency" varchar(3) null, add "prepaid_months" int null',
    );
    this.addSql('alter table "offering_instance" add "offering_sla_id" uuid null');
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_offering_sla_id_foreign" foreign key ("offering_sla_id") references "offering_sla" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "offering_instance_offering_sla_id_id_index" on "offering_instance" ("offering_sla_id", "id")',
    );
    this.addSql(
      'alter table "order_item" add "offering_sla_id" uuid null, add "number" varchar(60) null, add "replaces_id" uuid null',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_offering_sla_id_foreign" foreign key ("offering_sla_id") references "offering_sla" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_replaces_id_foreign" foreign key ("replaces_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "order_item_offering_sla_id_id_index" on "order_item" ("offering_sla_id", "id")');
    this.addSql('create index "order_item_replaces_id_id_index" on "order_item" ("replaces_id", "id")');
    this.addSql('alter table "proposal_charge" drop constraint "proposal_charge_source_check"');
    this.addSql(
      "alter table \"proposal_charge\" add constraint \"proposal_charge_source_check\" check (\"source\" in ('PLAN', 'RULE', 'STANDARD', 'DISCOUNT', 'STAFF_DISCOUNT', 'PENALTY'))",
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_item_id_foreign" foreign key ("item_id") references "order_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_rule_id_foreign" foreign key ("rule_id") references "tariff_rule" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_discount_id_foreign" foreign key ("discount_id") references "discount" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"order_charge\" add constraint \"order_charge_source_check\" check (\"source\" in ('PLAN', 'RULE', 'STANDARD', 'DISCOUNT', 'STAFF_DISCOUNT', 'PENALTY'))",
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_type_check" check ("type" in (\'ONE_TIME\', \'PERIODIC\', \'USAGE\'))',
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_equivalent_check" check ("equivalent" in (\'MONEY\', \'POINTS\', \'TRAFFIC\'))',
    );
    this.addSql(
      "alter table \"order_charge\" add constraint \"order_charge_period_check\" check (\"period\" in ('DAY', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      'alter table "order_charge" add constraint "order_charge_tier_basis_check" check ("tier_basis" in (\'ORDER\', \'CUSTOMER\', \'GROUP\'))',
    );
  }
}
