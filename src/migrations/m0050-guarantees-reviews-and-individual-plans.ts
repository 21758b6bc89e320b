import { Migration } from '@mikro-orm/migrations';

export class M0050GuaranteesReviewsAndIndividualPlans extends Migration {
  override up(): void {
    this.addSql(
      'create table "product_lifecycle" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "phase" text not null, "since" timestamptz(3) not null, "next_review_on" date null, "remind_days" int not null, "reminded_for" date null, primary key ("id"))',
    );
    this.addSql('create index "product_lifecycle_product_id_id_index" on "product_lifecycle" ("product_id", "id")');
    this.addSql('create index "product_lifecycle_phase_id_index" on "product_lifecycle" ("phase", "id")');
    this.addSql('create index "product_lifecycle_since_id_index" on "product_lifecycle" ("since", "id")');
    this.addSql(
      'create index "product_lifecycle_next_review_on_id_index" on "product_lifecycle" ("next_review_on", "id")',
    );
    this.addSql(
      'create unique index "product_lifecycle_product_id_together_unique" on "product_lifecycle" ("product_id")',
    );
    this.addSql(
      'create table "product_review" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "lifecycle_id" uuid not null, "planned_on" date null, "reviewed_at" timestamptz(3) not null, "reviewed_by" varchar(100) not null, "former_phase" text null, "phase" text not null, "finding" varchar(2000) not null, primary key ("id"))',
    );
    this.addSql('create index "product_review_lifecycle_id_id_index" on "product_review" ("lifecycle_id", "id")');
    this.addSql('create index "product_review_reviewed_at_id_index" on "product_review" ("reviewed_at", "id")');
    this.addSql(
      'create table "order_guarantee" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_item_id" uuid not null, "kind" text not null, "product_instance_id" uuid null, "employee_id" uuid null, "amount_amount" numeric null, "amount_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql('create index "order_guarantee_order_item_id_id_index" on "order_guarantee" ("order_item_id", "id")');
    this.addSql(
      'create index "order_guarantee_product_instance_id_id_index" on "order_guarantee" ("product_instance_id", "id")',
    );
    this.addSql('create index "order_guarantee_employee_id_id_index" on "order_guarantee" ("employee_id", "id")');
    this.addSql(
      'create unique index "order_guarantee_order_item_id_employee_id_together_unique" on "order_guarantee" ("order_item_id", "employee_id")',
    );
    this.addSql(
      'create unique index "order_guarantee_order_item_id_product_instance_id_together_uniq" on "order_guarantee" ("order_item_id", "product_instance_id")',
    );
    this.addSql(
      'create table "individual_plan" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "contract_id" uuid not null, "offering_id" uuid not null, "tariff_plan_id" uuid not null, "own_offering" boolean not null, "status" text not null, "pricing_order_id" uuid not null, "in_force_since" timestamptz(3) null, "ended_at" timestamptz(3) null, "end_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "individual_plan_customer_id_id_index" on "individual_plan" ("customer_id", "id")');
    this.addSql('create index "individual_plan_contract_id_id_index" on "individual_plan" ("contract_id", "id")');
    this.addSql('create index "individual_plan_offering_id_id_index" on "individual_plan" ("offering_id", "id")');
    this.addSql('create index "individual_plan_tariff_plan_id_id_index" on "individual_plan" ("tariff_plan_id", "id")');
    this.addSql('create index "individual_plan_status_id_index" on "individual_plan" ("status", "id")');
    this.addSql(
      'create index "individual_plan_pricing_order_id_id_index" on "individual_plan" ("pricing_order_id", "id")',
    );
    this.addSql(
      'create unique index "individual_plan_pricing_order_id_together_unique" on "individual_plan" ("pricing_order_id")',
    );
    this.addSql(
      'create unique index "individual_plan_tariff_plan_id_current_unique" on "individual_plan" ("tariff_plan_id") where status in (\'REQUESTED\', \'IN_FORCE\')',
    );
    this.addSql('alter table "offering" drop constraint "offering_status_check"');
    this.addSql(
      "alter table \"offering\" add constraint \"offering_status_check\" check (\"status\" in ('PENDING_APPROVAL', 'APPROVED', 'PENDING_PRICING', 'BILLING_PRICED', 'IN_USE', 'INDIVIDUAL', 'EXPIRED'))",
    );
    this.addSql('alter table "tariff_plan" drop constraint "tariff_plan_status_check"');
    this.addSql(
      "alter table \"tariff_plan\" add constraint \"tariff_plan_status_check\" check (\"status\" in ('DRAFT', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'INDIVIDUAL', 'EXPIRED'))",
    );
    this.addSql('alter table "pricing_order" add "tariff_plan_id" uuid null');
    this.addSql(
      'alter table "pricing_order" add constraint "pricing_order_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "pricing_order_tariff_plan_id_id_index" on "pricing_order" ("tariff_plan_id", "id")');
    this.addSql(
      'alter table "product_lifecycle" add constraint "product_lifecycle_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_lifecycle\" add constraint \"product_lifecycle_phase_check\" check (\"phase\" in ('INTRODUCTION', 'GROWTH', 'MATURITY', 'DECLINE'))",
    );
    this.addSql(
      'alter table "product_review" add constraint "product_review_lifecycle_id_foreign" foreign key ("lifecycle_id") references "product_lifecycle" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_review\" add constraint \"product_review_former_phase_check\" check (\"former_phase\" in ('INTRODUCTION', 'GROWTH', 'MATURITY', 'DECLINE'))",
    );
    this.addSql(
      "alter table \"product_review\" add constraint \"product_review_phase_check\" check (\"phase\" in ('INTRODUCTION', 'GROWTH', 'MATURITY', 'DECLINE'))",
    );
    this.addSql(
      'alter table "order_guarantee" add constraint "order_guarantee_order_item_id_foreign" foreign key ("order_item_id") references "order_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_guarantee" add constraint "order_guarantee_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_guarantee" add constraint "order_guarantee_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"order_guarantee\" add constraint \"order_guarantee_kind_check\" check (\"kind\" in ('NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT'))",
    );
    this.addSql(
      'alter table "individual_plan" add constraint "individual_plan_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "individual_plan" add constraint "individual_plan_contract_id_foreign" foreign key ("contract_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "individual_plan" add constraint "individual_plan_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "individual_plan" add constraint "individual_plan_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "individual_plan" add constraint "individual_plan_pricing_order_id_foreign" foreign key ("pricing_order_id") references "pricing_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"individual_plan\" add constraint \"individual_plan_status_check\" check (\"status\" in ('REQUESTED', 'IN_FORCE', 'REFUSED', 'ENDED'))",
    );
  }
}
