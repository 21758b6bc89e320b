import { Migration } from '@mikro-orm/migrations';

export class M0046EvaluationFindings extends Migration {
  override up(): void {
    this.addSql(
      'create table "evaluation_criterion" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "purpose" text not null, "kind" text null, "policy_id" uuid null, "condition" varchar(4000) not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "evaluation_criterion" add constraint "evaluation_criterion_code_unique" unique ("code")');
    this.addSql('create index "evaluation_criterion_policy_id_id_index" on "evaluation_criterion" ("policy_id", "id")');
    this.addSql(
      'create table "potential_big_customer" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "finding_no" varchar(60) not null, "customer_id" uuid not null, "business_line_id" uuid null, "status" text not null, "found_by" text not null, "evidence" varchar(500) not null, "found_at" timestamptz(3) not null, "tracked_from" timestamptz(3) null, "tracked_until" timestamptz(3) null, "verdict" varchar(500) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "potential_big_customer" add constraint "potential_big_customer_finding_no_unique" unique ("finding_no")',
    );
    this.addSql(
      'create index "potential_big_customer_customer_id_id_index" on "potential_big_customer" ("customer_id", "id")',
    );
    this.addSql(
      'create index "potential_big_customer_business_line_id_id_index" on "potential_big_customer" ("business_line_id", "id")',
    );
    this.addSql('create index "potential_big_customer_status_id_index" on "potential_big_customer" ("status", "id")');
    this.addSql(
      'create index "potential_big_customer_found_at_id_index" on "potential_big_customer" ("found_at", "id")',
    );
    this.addSql(
      'create unique index "potential_big_customer_customer_id_current_unique" on "potential_big_customer" ("customer_id") where status in (\'DETECTED\', \'TRACKING\')',
    );
    this.addSql(
      'create table "discount_decision" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "decision_no" varchar(60) not null, "customer_id" uuid not null, "policy_id" uuid not null, "criterion" varchar(200) not null, "lines" int not null, "credit_score" numeric null, "total_charges_amount" numeric not null, "total_charges_currency" varchar(3) not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "discount_decision" add constraint "discount_decision_decision_no_unique" unique ("decision_no")',
    );
    this.addSql('create index "discount_decision_customer_id_id_index" on "discount_decision" ("customer_id", "id")');
    this.addSql('create index "discount_decision_policy_id_id_index" on "discount_decision" ("policy_id", "id")');
    this.addSql(
      'create unique index "discount_decision_customer_id_policy_id_current_unique" on "discount_decision" ("customer_id", "policy_id") where validity_to is null',
    );
    this.addSql(
      'create table "customer_value" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "value_no" varchar(60) not null, "customer_id" uuid not null, "value_class" text not null, "spend_amount" numeric not null, "spend_currency" varchar(3) not null, "cost_amount" numeric not null, "cost_currency" varchar(3) not null, "criteria" varchar(500) not null, "decided_by" text not null, "held_until" timestamptz(3) null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_value" add constraint "customer_value_value_no_unique" unique ("value_no")');
    this.addSql('create index "customer_value_customer_id_id_index" on "customer_value" ("customer_id", "id")');
    this.addSql('create index "customer_value_value_class_id_index" on "customer_value" ("value_class", "id")');
    this.addSql(
      'create unique index "customer_value_customer_id_current_unique" on "customer_value" ("customer_id") where validity_to is null',
    );
    this.addSql(
      'create table "abnormal_customer" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "finding_no" varchar(60) not null, "customer_id" uuid not null, "kind" text not null, "business_line_id" uuid null, "status" text not null, "in_use" boolean not null, "found_by" text not null, "evidence" varchar(500) not null, "found_at" timestamptz(3) not null, "tracked_from" timestamptz(3) null, "tracked_until" timestamptz(3) null, "verdict" varchar(500) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "abnormal_customer" add constraint "abnormal_customer_finding_no_unique" unique ("finding_no")',
    );
    this.addSql('create index "abnormal_customer_customer_id_id_index" on "abnormal_customer" ("customer_id", "id")');
    this.addSql('create index "abnormal_customer_kind_id_index" on "abnormal_customer" ("kind", "id")');
    this.addSql(
      'create index "abnormal_customer_business_line_id_id_index" on "abnormal_customer" ("business_line_id", "id")',
    );
    this.addSql('create index "abnormal_customer_status_id_index" on "abnormal_customer" ("status", "id")');
    this.addSql('create index "abnormal_customer_found_at_id_index" on "abnormal_customer" ("found_at", "id")');
    this.addSql(
      'create unique index "abnormal_customer_customer_id_kind_current_unique" on "abnormal_customer" ("customer_id", "kind") where status <> \'CLEARED\'',
    );
    this.addSql(
      'create table "tracking_note" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "abnormal_id" uuid null, "potential_id" uuid null, "note" varchar(2000) not null, "spend_amount" numeric not null, "spend_currency" varchar(3) not null, "at" timestamptz(3) not null, "noted_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "tracking_note_abnormal_id_id_index" on "tracking_note" ("abnormal_id", "id")');
    this.addSql('create index "tracking_note_potential_id_id_index" on "tracking_note" ("potential_id", "id")');
    this.addSql(
      'alter table "evaluation_criterion" add constraint "evaluation_criterion_policy_id_foreign" foreign key ("policy_id") references "discount_policy" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "evaluation_criterion" add constraint "evaluation_criterion_purpose_check" check ("purpose" in (\'ABNORMAL\', \'POTENTIAL_BIG\', \'DISCOUNT\'))',
    );
    this.addSql(
      "alter table \"evaluation_criterion\" add constraint \"evaluation_criterion_kind_check\" check (\"kind\" in ('BLACK_LIST', 'ARREARS', 'HIGH_SPEND', 'LOW_SPEND', 'CHANGED_CALLING', 'OTHER'))",
    );
    this.addSql(
      'alter table "potential_big_customer" add constraint "potential_big_customer_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "potential_big_customer" add constraint "potential_big_customer_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"potential_big_customer\" add constraint \"potential_big_customer_status_check\" check (\"status\" in ('DETECTED', 'TRACKING', 'CONVERTED', 'CLEARED'))",
    );
    this.addSql(
      'alter table "potential_big_customer" add constraint "potential_big_customer_found_by_check" check ("found_by" in (\'AUTO\', \'MANUAL\'))',
    );
    this.addSql(
      'alter table "discount_decision" add constraint "discount_decision_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "discount_decision" add constraint "discount_decision_policy_id_foreign" foreign key ("policy_id") references "discount_policy" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_value" add constraint "customer_value_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_value\" add constraint \"customer_value_value_class_check\" check (\"value_class\" in ('LOW_LET_GO', 'LOW_KEEP', 'NORMAL', 'HIGH', 'IMPORTANT'))",
    );
    this.addSql(
      'alter table "customer_value" add constraint "customer_value_decided_by_check" check ("decided_by" in (\'AUTO\', \'MANUAL\'))',
    );
    this.addSql(
      'alter table "abnormal_customer" add constraint "abnormal_customer_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "abnormal_customer" add constraint "abnormal_customer_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"abnormal_customer\" add constraint \"abnormal_customer_kind_check\" check (\"kind\" in ('BLACK_LIST', 'ARREARS', 'HIGH_SPEND', 'LOW_SPEND', 'CHANGED_CALLING', 'OTHER'))",
    );
    this.addSql(
      "alter table \"abnormal_customer\" add constraint \"abnormal_customer_status_check\" check (\"status\" in ('DETECTED', 'TRACKING', 'CONFIRMED', 'CLEARED'))",
    );
    this.addSql(
      'alter table "abnormal_customer" add constraint "abnormal_customer_found_by_check" check ("found_by" in (\'AUTO\', \'MANUAL\'))',
    );
    this.addSql(
      'alter table "tracking_note" add constraint "tracking_note_abnormal_id_foreign" foreign key ("abnormal_id") references "abnormal_customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tracking_note" add constraint "tracking_note_potential_id_foreign" foreign key ("potential_id") references "potential_big_customer" ("id") on update no action on delete restrict',
    );
  }
}
