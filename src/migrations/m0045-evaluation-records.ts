import { Migration } from '@mikro-orm/migrations';

export class M0045EvaluationRecords extends Migration {
  override up(): void {
    this.addSql(
      'create table "rating_band" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "kind" text not null, "level" text not null, "score_from" numeric not null, primary key ("id"))',
    );
    this.addSql('alter table "rating_band" add constraint "rating_band_code_unique" unique ("code")');
    this.addSql(
      'create table "customer_rating" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "rating_no" varchar(60) not null, "customer_id" uuid not null, "kind" text not null, "score" numeric not null, "level" text not null, "source" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "reason" varchar(500) null, "assessor_no" varchar(100) not null, "assessor_name" varchar(200) not null, "assessor_unit" varchar(200) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_rating" add constraint "customer_rating_rating_no_unique" unique ("rating_no")');
    this.addSql('create index "customer_rating_customer_id_id_index" on "customer_rating" ("customer_id", "id")');
    this.addSql('create index "customer_rating_kind_id_index" on "customer_rating" ("kind", "id")');
    this.addSql('create index "customer_rating_level_id_index" on "customer_rating" ("level", "id")');
    this.addSql(
      'create unique index "customer_rating_customer_id_kind_current_unique" on "customer_rating" ("customer_id", "kind") where validity_to is null',
    );
    this.addSql(
      'create table "consumption_record" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "record_no" varchar(60) not null, "customer_id" uuid not null, "business_line_id" uuid not null, "content" varchar(200) not null, "direction" varchar(60) null, "occurred_at" timestamptz(3) not null, "quantity" numeric null, "unit" varchar(40) null, "amount_amount" numeric not null, "amount_currency" varchar(3) not null, "cost_amount" numeric null, "cost_currency" varchar(3) null, "payment_mode" text null, "recorded_by" varchar(100) not null, "deleted_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "consumption_record" add constraint "consumption_record_record_no_unique" unique ("record_no")',
    );
    this.addSql('create index "consumption_record_customer_id_id_index" on "consumption_record" ("customer_id", "id")');
    this.addSql(
      'create index "consumption_record_business_line_id_id_index" on "consumption_record" ("business_line_id", "id")',
    );
    this.addSql('create index "consumption_record_occurred_at_id_index" on "consumption_record" ("occurred_at", "id")');
    this.addSql(
      'create table "churn_record" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "record_no" varchar(60) not null, "customer_id" uuid not null, "business_line_id" uuid null, "kind" text not null, "reason" varchar(500) not null, "competitor" varchar(200) null, "churned_on" date not null, "recorded_by" varchar(100) not null, "deleted_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "churn_record" add constraint "churn_record_record_no_unique" unique ("record_no")');
    this.addSql('create index "churn_record_customer_id_id_index" on "churn_record" ("customer_id", "id")');
    this.addSql('create index "churn_record_business_line_id_id_index" on "churn_record" ("business_line_id", "id")');
    this.addSql('create index "churn_record_kind_id_index" on "churn_record" ("kind", "id")');
    this.addSql('create index "churn_record_churned_on_id_index" on "churn_record" ("churned_on", "id")');
    this.addSql(
      'create table "arrears_record" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "record_no" varchar(60) not null, "customer_id" uuid not null, "business_line_id" uuid null, "amount_amount" numeric not null, "amount_currency" varchar(3) not null, "arrears_date" date not null, "recovery" text not null, "recovered_on" date null, "dunning_mode" text null, "dunning_count" int not null default 0, "recorded_by" varchar(100) not null, "deleted_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "arrears_record" add constraint "arrears_record_record_no_unique" unique ("record_no")');
    this.addSql('create index "arrears_record_customer_id_id_index" on "arrears_record" ("customer_id", "id")');
    this.addSql(
      'create index "arrears_record_business_line_id_id_index" on "arrears_record" ("business_line_id", "id")',
    );
    this.addSql('create index "arrears_record_arrears_date_id_index" on "arrears_record" ("arrears_date", "id")');
    this.addSql('create index "arrears_record_recovery_id_index" on "arrears_record" ("recovery", "id")');
    this.addSql(
      'alter table "rating_band" add constraint "rating_band_kind_check" check ("kind" in (\'SATISFACTION\', \'LOYALTY\'))',
    );
    this.addSql(
      "alter table \"rating_band\" add constraint \"rating_band_level_check\" check (\"level\" in ('VERY_HIGH', 'HIGH', 'BASIC', 'LOW', 'VERY_LOW'))",
    );
    this.addSql(
      'alter table "customer_rating" add constraint "customer_rating_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_rating" add constraint "customer_rating_kind_check" check ("kind" in (\'SATISFACTION\', \'LOYALTY\'))',
    );
    this.addSql(
      "alter table \"customer_rating\" add constraint \"customer_rating_level_check\" check (\"level\" in ('VERY_HIGH', 'HIGH', 'BASIC', 'LOW', 'VERY_LOW'))",
    );
    this.addSql(
      "alter table \"customer_rating\" add constraint \"customer_rating_source_check\" check (\"source\" in ('SURVEY', 'BILLING', 'MARKETING_ANALYSIS', 'INTERNAL_MODEL', 'MANUAL'))",
    );
    this.addSql(
      'alter table "consumption_record" add constraint "consumption_record_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "consumption_record" add constraint "consumption_record_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"consumption_record\" add constraint \"consumption_record_payment_mode_check\" check (\"payment_mode\" in ('CASH', 'CHECK', 'ELECTRONIC_CHECK', 'BANK_TRANSFER', 'COLLECTION', 'CREDIT_CARD', 'PREPAID'))",
    );
    this.addSql(
      'alter table "churn_record" add constraint "churn_record_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "churn_record" add constraint "churn_record_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"churn_record\" add constraint \"churn_record_kind_check\" check (\"kind\" in ('DISCONNECT', 'RELOCATION', 'VOLUME_DROP', 'OTHER_OPERATOR'))",
    );
    this.addSql(
      'alter table "arrears_record" add constraint "arrears_record_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "arrears_record" add constraint "arrears_record_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"arrears_record\" add constraint \"arrears_record_recovery_check\" check (\"recovery\" in ('OPEN', 'PARTLY_RECOVERED', 'RECOVERED', 'WRITTEN_OFF'))",
    );
    this.addSql(
      'alter table "arrears_record" add constraint "arrears_record_dunning_mode_check" check ("dunning_mode" in (\'MACHINE\', \'MANUAL\'))',
    );
  }
}
