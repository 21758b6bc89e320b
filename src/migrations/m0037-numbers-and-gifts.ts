import { Migration } from '@mikro-orm/migrations';

export class M0037NumbersAndGifts extends Migration {
  override up(): void {
    this.addSql(
      'create table "operating_resource" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "kind" varchar(60) not null, "owner_id" uuid not null, "use" varchar(1000) not null, primary key ("id"))',
    );
    this.addSql('alter table "operating_resource" add constraint "operating_resource_code_unique" unique ("code")');
    this.addSql('create index "operating_resource_name_id_index" on "operating_resource" ("name", "id")');
    this.addSql(
      'create index "operating_resource_name_search" on "operating_resource" using gin ("name" gin_trgm_ops)',
    );
    this.addSql('create index "operating_resource_kind_id_index" on "operating_resource" ("kind", "id")');
    this.addSql('create index "operating_resource_owner_id_id_index" on "operating_resource" ("owner_id", "id")');
    this.addSql(
      'create table "number_segment" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "name" varchar(200) not null, "first_no" varchar(30) not null, "last_no" varchar(30) not null, "product_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "number_segment_type_id_id_index" on "number_segment" ("type_id", "id")');
    this.addSql('create index "number_segment_first_no_id_index" on "number_segment" ("first_no", "id")');
    this.addSql('create index "number_segment_product_id_id_index" on "number_segment" ("product_id", "id")');
    this.addSql(
      'create table "number_level_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "name" varchar(200) not null, "condition" varchar(2000) not null, "start_level" int not null, primary key ("id"))',
    );
    this.addSql('create index "number_level_rule_type_id_id_index" on "number_level_rule" ("type_id", "id")');
    this.addSql(
      'create unique index "number_level_rule_type_id_name_together_unique" on "number_level_rule" ("type_id", "name")',
    );
    this.addSql(
      'create table "card_audit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "holder_id" uuid not null, "type_id" uuid not null, "from_day" date not null, "to_day" date not null, "opening" int not null, "received" int not null, "sold" int not null, "closing" int not null, "reported_received" int not null, "booked_sold" int not null, "audited_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "card_audit_holder_id_id_index" on "card_audit" ("holder_id", "id")');
    this.addSql('create index "card_audit_type_id_id_index" on "card_audit" ("type_id", "id")');
    this.addSql('create index "card_audit_from_day_id_index" on "card_audit" ("from_day", "id")');
    this.addSql('create index "card_audit_to_day_id_index" on "card_audit" ("to_day", "id")');
    this.addSql(
      'create unique index "card_audit_holder_id_type_id_from_day_to_day_together_unique" on "card_audit" ("holder_id", "type_id", "from_day", "to_day")',
    );
    this.addSql(
      'create table "gift_issue" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "customer_id" uuid not null, "holder_id" uuid not null, "note_id" uuid not null, "quantity" int not null, "cause" text not null, "reference" varchar(60) not null, "issued_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "gift_issue_type_id_id_index" on "gift_issue" ("type_id", "id")');
    this.addSql('create index "gift_issue_customer_id_id_index" on "gift_issue" ("customer_id", "id")');
    this.addSql('create index "gift_issue_holder_id_id_index" on "gift_issue" ("holder_id", "id")');
    this.addSql('create index "gift_issue_note_id_id_index" on "gift_issue" ("note_id", "id")');
    this.addSql('create index "gift_issue_cause_id_index" on "gift_issue" ("cause", "id")');
    this.addSql('create index "gift_issue_reference_id_index" on "gift_issue" ("reference", "id")');
    this.addSql('create index "gift_issue_issued_at_id_index" on "gift_issue" ("issued_at", "id")');
    this.addSql(
      'create unique index "gift_issue_type_id_cause_reference_together_unique" on "gift_issue" ("type_id", "cause", "reference")',
    );
    this.addSql('alter table "resource_type" add "fits_id" uuid null');
    this.addSql(
      'alter table "resource_type" add constraint "resource_type_fits_id_foreign" foreign key ("fits_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "resource_type_fits_id_id_index" on "resource_type" ("fits_id", "id")');
    this.addSql('alter table "reservation" add "deposit" numeric null');
    this.addSql(
      'alter table "operating_resource" add constraint "operating_resource_owner_id_foreign" foreign key ("owner_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_segment" add constraint "number_segment_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_segment" add constraint "number_segment_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_level_rule" add constraint "number_level_rule_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "card_audit" add constraint "card_audit_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "card_audit" add constraint "card_audit_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "gift_issue" add constraint "gift_issue_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "gift_issue" add constraint "gift_issue_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "gift_issue" add constraint "gift_issue_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "gift_issue" add constraint "gift_issue_note_id_foreign" foreign key ("note_id") references "stock_note" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "gift_issue" add constraint "gift_issue_cause_check" check ("cause" in (\'PREPAYMENT\', \'POINTS\', \'CAMPAIGN\'))',
    );
    // Ranges of one type never share a number, whoever makes them at once.
    this.addSql(
      `alter table "number_segment" add constraint "number_segment_apart" exclude using gist ("type_id" with =, length("first_no") with =, (case when "first_no" ~ '^[0-9]+$' and "last_no" ~ '^[0-9]+$' and "first_no"::numeric <= "last_no"::numeric then numrange("first_no"::numeric, "last_no"::numeric, '[]') else 'empty'::numrange end) with &&)`,
    );
  }
}
