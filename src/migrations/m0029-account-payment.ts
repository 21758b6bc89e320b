import { Migration } from '@mikro-orm/migrations';

export class M0029AccountPayment extends Migration {
  override up(): void {
    this.addSql(
      'create table "payment_check_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "payment_mode" text null, "condition" varchar(2000) not null, "message" varchar(500) not null, "position" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "payment_check_rule" add constraint "payment_check_rule_code_unique" unique ("code")');
    this.addSql(
      'create table "bill_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "account_id" uuid not null, "item" varchar(60) not null, "label" varchar(100) null, "detail" text not null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "bill_item_account_id_id_index" on "bill_item" ("account_id", "id")');
    this.addSql(
      'create unique index "bill_item_account_id_item_together_unique" on "bill_item" ("account_id", "item")',
    );
    this.addSql(
      'alter table "payment_account" add "agreement_no" varchar(60) null, add "ended_at" timestamptz(3) null',
    );
    this.addSql(
      'alter table "account" add "bill_parts" text[] null, add "sequence_no" int null, add "bank_code" varchar(40) null, add "credit_limit_amount" numeric null, add "credit_limit_currency" varchar(3) null, add "credit" varchar(20) null, add "balance_amount" numeric null, add "balance_currency" varchar(3) null, add "balance_at" timestamptz(3) null',
    );
    this.addSql(`update "account" "a" set "bill_parts" = '{}', "sequence_no" = "n"."place", "bank_code" = (
      select "p"."bank_code" from "account_payment_account" "l" join "payment_account" "p" on "p"."id" = "l"."payment_account_id"
      where "l"."account_id" = "a"."id" order by "l"."priority", "l"."id" limit 1)
      from (select "id", row_number() over (partition by "owner_id" order by "opened_at", "id") "place" from "account") "n" where "n"."id" = "a"."id"`);
    this.addSql('alter table "account" alter column "bill_parts" set not null');
    this.addSql('create index "account_bank_code_id_index" on "account" ("bank_code", "id")');
    this.addSql(
      "alter table \"payment_check_rule\" add constraint \"payment_check_rule_payment_mode_check\" check (\"payment_mode\" in ('CASH', 'CHECK', 'ELECTRONIC_CHECK', 'BANK_TRANSFER', 'COLLECTION', 'CREDIT_CARD', 'PREPAID'))",
    );
    this.addSql(
      'alter table "bill_item" add constraint "bill_item_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"bill_item\" add constraint \"bill_item_detail_check\" check (\"detail\" in ('HIDDEN', 'TOTAL', 'BY_PRODUCT', 'EVERY_CHARGE'))",
    );
  }
}
