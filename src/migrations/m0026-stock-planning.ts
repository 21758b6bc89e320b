import { Migration } from '@mikro-orm/migrations';

export class M0026StockPlanning extends Migration {
  override up(): void {
    this.addSql(
      'create table "resource_request" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "request_no" varchar(30) not null, "type_id" uuid not null, "holder_id" uuid not null, "resource_no" varchar(60) null, "quantity" int not null, "delivered" int not null default 0, "status" text not null, "purpose" varchar(500) null, "requested_by" varchar(100) not null, "requested_at" timestamptz(3) not null, "decided_by" varchar(100) null, "decided_at" timestamptz(3) null, "decision_reason" varchar(500) null, "closed_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "resource_request" add constraint "resource_request_request_no_unique" unique ("request_no")',
    );
    this.addSql('create index "resource_request_type_id_id_index" on "resource_request" ("type_id", "id")');
    this.addSql('create index "resource_request_holder_id_id_index" on "resource_request" ("holder_id", "id")');
    this.addSql('create index "resource_request_status_id_index" on "resource_request" ("status", "id")');
    this.addSql('create index "resource_request_requested_by_id_index" on "resource_request" ("requested_by", "id")');
    this.addSql('create index "resource_request_requested_at_id_index" on "resource_request" ("requested_at", "id")');
    this.addSql(
      'create table "stock_in_order" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_no" varchar(30) not null, "type_id" uuid not null, "holder_id" uuid not null, "quantity" int not null, "received" int not null default 0, "status" text not null, "due_at" timestamptz(3) not null, "overdue" boolean not null default false, "opened_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('alter table "stock_in_order" add constraint "stock_in_order_order_no_unique" unique ("order_no")');
    this.addSql('create index "stock_in_order_type_id_id_index" on "stock_in_order" ("type_id", "id")');
    this.addSql('create index "stock_in_order_holder_id_id_index" on "stock_in_order" ("holder_id", "id")');
    this.addSql('create index "stock_in_order_status_id_index" on "stock_in_order" ("status", "id")');
    this.addSql('create index "stock_in_order_due_at_id_index" on "stock_in_order" ("due_at", "id")');
    this.addSql(
      'create table "stock_report" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "holder_id" uuid not null, "type_id" uuid not null, "from_day" date not null, "to_day" date not null, "opening" int not null, "received" int not null, "issued" int not null, "closing" int not null, primary key ("id"))',
    );
    this.addSql('create index "stock_report_holder_id_id_index" on "stock_report" ("holder_id", "id")');
    this.addSql('create index "stock_report_type_id_id_index" on "stock_report" ("type_id", "id")');
    this.addSql('create index "stock_report_from_day_id_index" on "stock_report" ("from_day", "id")');
    this.addSql('create index "stock_report_to_day_id_index" on "stock_report" ("to_day", "id")');
    this.addSql(
      'create unique index "stock_report_holder_id_type_id_from_day_to_day_together_unique" on "stock_report" ("holder_id", "type_id", "from_day", "to_day")',
    );
    this.addSql(
      'create table "stock_take" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "take_no" varchar(30) not null, "holder_id" uuid not null, "category" text not null, "status" text not null, "counted_by" varchar(100) null, "counted_at" timestamptz(3) null, "approved_by" varchar(100) null, "posted_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "stock_take" add constraint "stock_take_take_no_unique" unique ("take_no")');
    this.addSql('create index "stock_take_holder_id_id_index" on "stock_take" ("holder_id", "id")');
    this.addSql('create index "stock_take_category_id_index" on "stock_take" ("category", "id")');
    this.addSql('create index "stock_take_status_id_index" on "stock_take" ("status", "id")');
    this.addSql('create index "stock_take_counted_at_id_index" on "stock_take" ("counted_at", "id")');
    this.addSql(
      'create unique index "stock_take_holder_id_category_current_unique" on "stock_take" ("holder_id", "category") where status in (\'OPEN\', \'COUNTED\')',
    );
    this.addSql(
      'create table "stock_take_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "take_id" uuid not null, "type_id" uuid not null, "booked" int not null, "counted" int not null, "missing_nos" text[] not null, "found_nos" text[] not null, "difference_value_amount" numeric null, "difference_value_currency" varchar(3) null, "treatment" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "stock_take_line_take_id_id_index" on "stock_take_line" ("take_id", "id")');
    this.addSql('create index "stock_take_line_type_id_id_index" on "stock_take_line" ("type_id", "id")');
    this.addSql(
      'create unique index "stock_take_line_take_id_type_id_together_unique" on "stock_take_line" ("take_id", "type_id")',
    );
    this.addSql('alter table "resource_type" add "max_age_days" int null, add "report_period" text null');
    this.addSql(
      'alter table "resource_type" add constraint "resource_type_report_period_check" check ("report_period" in (\'DAY\', \'MONTH\'))',
    );
    this.addSql('alter table "stock_holder" add "partner_id" uuid null, add "closed_at" timestamptz(3) null');
    this.addSql(
      'alter table "stock_holder" add constraint "stock_holder_partner_id_foreign" foreign key ("partner_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "stock_holder_partner_id_id_index" on "stock_holder" ("partner_id", "id")');
    this.addSql('alter table "stock_balance" add "aged_since" timestamptz(3) null');
    this.addSql('create index "stock_balance_aged_since_id_index" on "stock_balance" ("aged_since", "id")');
    this.addSql('alter table "stock_note" drop constraint "stock_note_kind_check"');
    this.addSql('alter table "stock_note" add "counted" boolean not null default true');
    this.addSql(
      "alter table \"stock_note\" add constraint \"stock_note_kind_check\" check (\"kind\" in ('STOCK_IN', 'REVERSAL', 'DISPATCH', 'RECALL', 'REPLACEMENT', 'SCRAP', 'ALLOCATION', 'RETURN', 'RELEASE', 'SURPLUS', 'DEFICIT', 'GIFT'))",
    );
    this.addSql('alter table "resource_item" drop constraint "resource_item_status_check"');
    this.addSql(
      "alter table \"resource_item\" add constraint \"resource_item_status_check\" check (\"status\" in ('IN_STOCK', 'RESERVED', 'ALLOCATED', 'COOLING', 'REPLACED', 'REVERSED', 'SCRAPPED', 'LOST'))",
    );
    this.addSql(
      'alter table "resource_request" add constraint "resource_request_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "resource_request" add constraint "resource_request_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"resource_request\" add constraint \"resource_request_status_check\" check (\"status\" in ('TO_SEND', 'UNDER_APPROVAL', 'REJECTED', 'APPROVED', 'CLOSED'))",
    );
    this.addSql(
      'alter table "stock_in_order" add constraint "stock_in_order_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_in_order" add constraint "stock_in_order_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_in_order" add constraint "stock_in_order_status_check" check ("status" in (\'OPEN\', \'POSTED\', \'CANCELLED\'))',
    );
    this.addSql(
      'alter table "stock_report" add constraint "stock_report_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_report" add constraint "stock_report_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_take" add constraint "stock_take_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"stock_take\" add constraint \"stock_take_category_check\" check (\"category\" in ('TERMINAL', 'TERMINAL_PART', 'CARD', 'SIM', 'GIFT', 'NUMBER'))",
    );
    this.addSql(
      "alter table \"stock_take\" add constraint \"stock_take_status_check\" check (\"status\" in ('OPEN', 'COUNTED', 'POSTED', 'CANCELLED'))",
    );
    this.addSql(
      'alter table "stock_take_line" add constraint "stock_take_line_take_id_foreign" foreign key ("take_id") references "stock_take" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "stock_take_line" add constraint "stock_take_line_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
  }
}
