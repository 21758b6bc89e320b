import { Migration } from '@mikro-orm/migrations';

export class M0024Resources extends Migration {
  override up(): void {
    this.addSql(
      'create table "resource_type" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "category" text not null, "serialised" boolean not null, "unit" varchar(20) not null, "product_id" uuid null, "min_stock" int not null, "warranty_months" int null, "cooling_days" int not null, primary key ("id"))',
    );
    this.addSql('alter table "resource_type" add constraint "resource_type_code_unique" unique ("code")');
    this.addSql('create index "resource_type_name_id_index" on "resource_type" ("name", "id")');
    this.addSql('create index "resource_type_name_search" on "resource_type" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "resource_type_category_id_index" on "resource_type" ("category", "id")');
    this.addSql('create index "resource_type_product_id_id_index" on "resource_type" ("product_id", "id")');
    this.addSql(
      'create table "stock_holder" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "kind" text not null, "region_id" uuid not null, "parent_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "stock_holder" add constraint "stock_holder_code_unique" unique ("code")');
    this.addSql('create index "stock_holder_name_id_index" on "stock_holder" ("name", "id")');
    this.addSql('create index "stock_holder_name_search" on "stock_holder" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "stock_holder_kind_id_index" on "stock_holder" ("kind", "id")');
    this.addSql('create index "stock_holder_region_id_id_index" on "stock_holder" ("region_id", "id")');
    this.addSql('create index "stock_holder_parent_id_id_index" on "stock_holder" ("parent_id", "id")');
    this.addSql(
      'create table "stock_balance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "holder_id" uuid not null, "type_id" uuid not null, "on_hand" int not null, "reserved" int not null, primary key ("id"))',
    );
    this.addSql('create index "stock_balance_holder_id_id_index" on "stock_balance" ("holder_id", "id")');
    this.addSql('create index "stock_balance_type_id_id_index" on "stock_balance" ("type_id", "id")');
    this.addSql('create index "stock_balance_on_hand_id_index" on "stock_balance" ("on_hand", "id")');
    this.addSql(
      'create unique index "stock_balance_holder_id_type_id_together_unique" on "stock_balance" ("holder_id", "type_id")',
    );
    this.addSql(
      'create table "stock_note" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "note_no" varchar(30) not null, "kind" text not null, "type_id" uuid not null, "from_id" uuid null, "to_id" uuid null, "quantity" int not null, "resource_nos" text[] not null, "unit_price_amount" numeric null, "unit_price_currency" varchar(3) null, "total_amount" numeric null, "total_currency" varchar(3) null, "mode" text null, "reason" varchar(500) null, "reverses_id" uuid null, "moved_by" varchar(100) not null, "moved_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('alter table "stock_note" add constraint "stock_note_note_no_unique" unique ("note_no")');
    this.addSql('create index "stock_note_kind_id_index" on "stock_note" ("kind", "id")');
    this.addSql('create index "stock_note_type_id_id_index" on "stock_note" ("type_id", "id")');
    this.addSql('create index "stock_note_from_id_id_index" on "stock_note" ("from_id", "id")');
    this.addSql('create index "stock_note_to_id_id_index" on "stock_note" ("to_id", "id")');
    this.addSql('create index "stock_note_reverses_id_id_index" on "stock_note" ("reverses_id", "id")');
    this.addSql('create index "stock_note_moved_at_id_index" on "stock_note" ("moved_at", "id")');
    this.addSql(
      'create table "resource_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "resource_no" varchar(60) not null, "type_id" uuid not null, "holder_id" uuid not null, "status" text not null, "stocked_at" timestamptz(3) not null, "warranty_until" date null, "expires_on" date null, "level" int null, "exchange" varchar(20) null, "cools_until" timestamptz(3) null, "instance_id" uuid null, primary key ("id"))',
    );
    this.addSql('create index "resource_item_resource_no_id_index" on "resource_item" ("resource_no", "id")');
    this.addSql('create index "resource_item_type_id_id_index" on "resource_item" ("type_id", "id")');
    this.addSql('create index "resource_item_holder_id_id_index" on "resource_item" ("holder_id", "id")');
    this.addSql('create index "resource_item_status_id_index" on "resource_item" ("status", "id")');
    this.addSql('create index "resource_item_stocked_at_id_index" on "resource_item" ("stocked_at", "id")');
    this.addSql('create index "resource_item_warranty_until_id_index" on "resource_item" ("warranty_until", "id")');
    this.addSql('create index "resource_item_expires_on_id_index" on "resource_item" ("expires_on", "id")');
    this.addSql('create index "resource_item_level_id_index" on "resource_item" ("level", "id")');
    this.addSql('create index "resource_item_exchange_id_index" on "resource_item" ("exchange", "id")');
    this.addSql('create index "resource_item_cools_until_id_index" on "resource_item" ("cools_until", "id")');
    this.addSql('create index "resource_item_instance_id_id_index" on "resource_item" ("instance_id", "id")');
    this.addSql(
      'create unique index "resource_item_type_id_resource_no_together_unique" on "resource_item" ("type_id", "resource_no")',
    );
    this.addSql(
      'create table "reservation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "item_id" uuid null, "holder_id" uuid not null, "quantity" int not null, "customer_id" uuid null, "status" text not null, "expires_at" timestamptz(3) not null, "reason" varchar(500) null, "reserved_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "reservation_type_id_id_index" on "reservation" ("type_id", "id")');
    this.addSql('create index "reservation_item_id_id_index" on "reservation" ("item_id", "id")');
    this.addSql('create index "reservation_holder_id_id_index" on "reservation" ("holder_id", "id")');
    this.addSql('create index "reservation_customer_id_id_index" on "reservation" ("customer_id", "id")');
    this.addSql('create index "reservation_status_id_index" on "reservation" ("status", "id")');
    this.addSql('create index "reservation_expires_at_id_index" on "reservation" ("expires_at", "id")');
    this.addSql(
      'create unique index "reservation_item_id_current_unique" on "reservation" ("item_id") where status = \'ACTIVE\'',
    );
    this.addSql(
      'alter table "resource_type" add constraint "resource_type_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"resource_type\" add constraint \"resource_type_category_check\" check (\"category\" in ('TERMINAL', 'TERMINAL_PART', 'CARD', 'SIM', 'GIFT', 'NUMBER'))",
    );
    this.addSql(
      'alter table "stock_holder" add constraint "stock_holder_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_holder" add constraint "stock_holder_parent_id_foreign" foreign key ("parent_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"stock_holder\" add constraint \"stock_holder_kind_check\" check (\"kind\" in ('DEPARTMENT', 'OUTLET', 'SALESPERSON', 'CONSIGNMENT_POINT', 'PARTNER'))",
    );
    this.addSql(
      'alter table "stock_balance" add constraint "stock_balance_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_balance" add constraint "stock_balance_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_balance" add constraint "stock_balance_covered" check ("reserved" >= 0 and "on_hand" >= "reserved")',
    );
    this.addSql(
      'alter table "stock_note" add constraint "stock_note_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_note" add constraint "stock_note_from_id_foreign" foreign key ("from_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_note" add constraint "stock_note_to_id_foreign" foreign key ("to_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_note" add constraint "stock_note_reverses_id_foreign" foreign key ("reverses_id") references "stock_note" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"stock_note\" add constraint \"stock_note_kind_check\" check (\"kind\" in ('STOCK_IN', 'REVERSAL', 'DISPATCH', 'RECALL', 'REPLACEMENT', 'SCRAP', 'ALLOCATION', 'RETURN'))",
    );
    this.addSql(
      'alter table "stock_note" add constraint "stock_note_mode_check" check ("mode" in (\'UPPER_FROM_LOWER\', \'DEPARTMENT_FROM_CUSTOMER\', \'OPERATOR_FROM_PARTNER\'))',
    );
    this.addSql(
      'alter table "resource_item" add constraint "resource_item_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "resource_item" add constraint "resource_item_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "resource_item" add constraint "resource_item_instance_id_foreign" foreign key ("instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"resource_item\" add constraint \"resource_item_status_check\" check (\"status\" in ('IN_STOCK', 'RESERVED', 'ALLOCATED', 'COOLING', 'REPLACED', 'REVERSED', 'SCRAPPED'))",
    );
    this.addSql(
      'alter table "reservation" add constraint "reservation_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "reservation" add constraint "reservation_item_id_foreign" foreign key ("item_id") references "resource_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "reservation" add constraint "reservation_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "reservation" add constraint "reservation_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"reservation\" add constraint \"reservation_status_check\" check (\"status\" in ('ACTIVE', 'CONSUMED', 'RELEASED', 'EXPIRED'))",
    );
  }
}
