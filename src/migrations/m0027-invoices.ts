import { Migration } from '@mikro-orm/migrations';

export class M0027Invoices extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql(
      'create table "invoice_series" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(20) not null, "name" varchar(200) not null, "form" text not null, "collected_for" varchar(100) null, "digits" int not null, primary key ("id"))',
    );
    this.addSql('alter table "invoice_series" add constraint "invoice_series_code_unique" unique ("code")');
    this.addSql('create index "invoice_series_name_id_index" on "invoice_series" ("name", "id")');
    this.addSql('create index "invoice_series_name_search" on "invoice_series" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "invoice_series_form_id_index" on "invoice_series" ("form", "id")');
    this.addSql(
      'create table "invoice_range" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "series_id" uuid not null, "holder_id" uuid not null, "first_no" int not null, "last_no" int not null, "next_no" int not null, "status" text not null, "issued_by" varchar(100) not null, "issued_at" timestamptz(3) not null, "recalled_by" varchar(100) null, "recalled_at" timestamptz(3) null, "recall_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "invoice_range_series_id_id_index" on "invoice_range" ("series_id", "id")');
    this.addSql('create index "invoice_range_holder_id_id_index" on "invoice_range" ("holder_id", "id")');
    this.addSql('create index "invoice_range_first_no_id_index" on "invoice_range" ("first_no", "id")');
    this.addSql('create index "invoice_range_status_id_index" on "invoice_range" ("status", "id")');
    this.addSql('create index "invoice_range_issued_at_id_index" on "invoice_range" ("issued_at", "id")');
    this.addSql(
      'create table "invoice_write_off" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "range_id" uuid not null, "first_no" int not null, "last_no" int not null, "written_off" int not null, "ended" int not null, "total_amount" numeric null, "total_currency" varchar(3) null, "verified_by" varchar(100) not null, "verified_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "invoice_write_off_range_id_id_index" on "invoice_write_off" ("range_id", "id")');
    this.addSql('create index "invoice_write_off_verified_at_id_index" on "invoice_write_off" ("verified_at", "id")');
    this.addSql(
      'create table "invoice_loss" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "range_id" uuid not null, "first_no" int not null, "last_no" int not null, "kind" text not null, "reason" varchar(500) not null, "status" text not null, "reported_by" varchar(100) not null, "decided_by" varchar(100) null, "decided_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "invoice_loss_range_id_id_index" on "invoice_loss" ("range_id", "id")');
    this.addSql('create index "invoice_loss_kind_id_index" on "invoice_loss" ("kind", "id")');
    this.addSql('create index "invoice_loss_status_id_index" on "invoice_loss" ("status", "id")');
    this.addSql(
      'create table "invoice" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "series_id" uuid not null, "number" int not null, "invoice_no" varchar(40) not null, "range_id" uuid not null, "holder_id" uuid not null, "status" text not null, "kind" text not null, "original_id" uuid null, "customer_id" uuid null, "payer" varchar(200) null, "total_amount" numeric null, "total_currency" varchar(3) null, "print_count" int not null, "issued_by" varchar(100) not null, "issued_at" timestamptz(3) not null, "end_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('alter table "invoice" add constraint "invoice_invoice_no_unique" unique ("invoice_no")');
    this.addSql('create index "invoice_series_id_id_index" on "invoice" ("series_id", "id")');
    this.addSql('create index "invoice_number_id_index" on "invoice" ("number", "id")');
    this.addSql('create index "invoice_range_id_id_index" on "invoice" ("range_id", "id")');
    this.addSql('create index "invoice_holder_id_id_index" on "invoice" ("holder_id", "id")');
    this.addSql('create index "invoice_status_id_index" on "invoice" ("status", "id")');
    this.addSql('create index "invoice_kind_id_index" on "invoice" ("kind", "id")');
    this.addSql('create index "invoice_original_id_id_index" on "invoice" ("original_id", "id")');
    this.addSql('create index "invoice_customer_id_id_index" on "invoice" ("customer_id", "id")');
    this.addSql('create index "invoice_payer_id_index" on "invoice" ("payer", "id")');
    this.addSql('create index "invoice_payer_search" on "invoice" using gin ("payer" gin_trgm_ops)');
    this.addSql('create index "invoice_issued_at_id_index" on "invoice" ("issued_at", "id")');
    this.addSql('create unique index "invoice_series_id_number_together_unique" on "invoice" ("series_id", "number")');
    this.addSql(
      'create table "invoice_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "invoice_id" uuid not null, "position" int not null, "order_item_id" uuid null, "charge" text not null, "description" varchar(200) not null, "amount_amount" numeric not null, "amount_currency" varchar(3) not null, "live" boolean not null default true, primary key ("id"))',
    );
    this.addSql('create index "invoice_line_invoice_id_id_index" on "invoice_line" ("invoice_id", "id")');
    this.addSql('create index "invoice_line_order_item_id_id_index" on "invoice_line" ("order_item_id", "id")');
    this.addSql('create index "invoice_line_charge_id_index" on "invoice_line" ("charge", "id")');
    this.addSql(
      'create unique index "invoice_line_order_item_id_charge_current_unique" on "invoice_line" ("order_item_id", "charge") where "live" and "order_item_id" is not null',
    );
    this.addSql(
      'alter table "invoice_series" add constraint "invoice_series_form_check" check ("form" in (\'INVOICE\', \'RECEIPT\', \'OTHER\'))',
    );
    this.addSql(
      'alter table "invoice_range" add constraint "invoice_range_series_id_foreign" foreign key ("series_id") references "invoice_series" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_range" add constraint "invoice_range_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_range" add constraint "invoice_range_in_order" check ("first_no" <= "last_no" and "first_no" > 0)',
    );
    this.addSql(
      'alter table "invoice_range" add constraint "invoice_range_status_check" check ("status" in (\'ISSUED\', \'RECALLED\'))',
    );
    this.addSql(
      'alter table "invoice_write_off" add constraint "invoice_write_off_range_id_foreign" foreign key ("range_id") references "invoice_range" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_loss" add constraint "invoice_loss_range_id_foreign" foreign key ("range_id") references "invoice_range" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_loss" add constraint "invoice_loss_kind_check" check ("kind" in (\'LOST\', \'VOID\'))',
    );
    this.addSql(
      'alter table "invoice_loss" add constraint "invoice_loss_status_check" check ("status" in (\'REPORTED\', \'CONFIRMED\', \'REJECTED\'))',
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_series_id_foreign" foreign key ("series_id") references "invoice_series" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_range_id_foreign" foreign key ("range_id") references "invoice_range" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_original_id_foreign" foreign key ("original_id") references "invoice" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"invoice\" add constraint \"invoice_status_check\" check (\"status\" in ('USED', 'WRITTEN_OFF', 'VOID', 'LOST'))",
    );
    this.addSql(
      'alter table "invoice" add constraint "invoice_kind_check" check ("kind" in (\'ORIGINAL\', \'SUPPLEMENTARY\', \'REFUND\'))',
    );
    this.addSql(
      'alter table "invoice_line" add constraint "invoice_line_invoice_id_foreign" foreign key ("invoice_id") references "invoice" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_line" add constraint "invoice_line_order_item_id_foreign" foreign key ("order_item_id") references "order_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "invoice_line" add constraint "invoice_line_charge_check" check ("charge" in (\'ONE_TIME\', \'RECURRING\', \'OTHER\'))',
    );
    // Numbers that are out never overlap, whoever issues them at once.
    this.addSql(
      `alter table "invoice_range" add constraint "invoice_range_apart" exclude using gist ("series_id" with =, int4range("first_no", "last_no", '[]') with &&) where ("status" = 'ISSUED')`,
    );
  }
}
