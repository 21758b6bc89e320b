import { Migration } from '@mikro-orm/migrations';

export class M0015CustomerTemplatesLevelsStanding extends Migration {
  override up(): void {
    this.addSql(
      'create table "attribute_linkage" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(100) not null, "linked" text[] not null, primary key ("id"))',
    );
    this.addSql('alter table "attribute_linkage" add constraint "attribute_linkage_code_unique" unique ("code")');
    this.addSql(
      'create table "customer_template" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "customer_type" text not null, "version" int not null, primary key ("id"))',
    );
    this.addSql('alter table "customer_template" add constraint "customer_template_code_unique" unique ("code")');
    this.addSql(
      'create table "customer_template_field" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid not null, "code" varchar(60) not null, "name" varchar(200) not null, "data_type" text not null, "mandatory" boolean not null, "allowed_values" text[] not null, "min" numeric null, "max" numeric null, "default_value" varchar(200) null, "section" varchar(60) null, "position" int not null, "since_version" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql(
      'create index "customer_template_field_template_id_id_index" on "customer_template_field" ("template_id", "id")',
    );
    this.addSql(
      'create unique index "customer_template_field_template_id_code_together_unique" on "customer_template_field" ("template_id", "code")',
    );
    this.addSql(
      'create table "level_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "service_level" text not null, "condition" varchar(4000) not null, "benefits" text[] not null, "position" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "level_rule" add constraint "level_rule_code_unique" unique ("code")');
    this.addSql(
      'create table "customer_cancellation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "reason" varchar(500) not null, "cancelled_at" timestamptz(3) not null, "cancelled_by" varchar(100) not null, "lifecycle_before" text not null, "type_before" text not null, "sub_type_before" varchar(40) null, "accounts_before" jsonb not null, "restored_at" timestamptz(3) null, "restored_by" varchar(100) null, "restore_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql(
      'create index "customer_cancellation_customer_id_id_index" on "customer_cancellation" ("customer_id", "id")',
    );
    this.addSql(
      'create unique index "customer_cancellation_customer_id_current_unique" on "customer_cancellation" ("customer_id") where restored_at is null',
    );
    this.addSql('alter table "customer" add "level_held_until" timestamptz(3) null');
    this.addSql(
      "alter table \"customer_template\" add constraint \"customer_template_customer_type_check\" check (\"customer_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      'alter table "customer_template_field" add constraint "customer_template_field_template_id_foreign" foreign key ("template_id") references "customer_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_template_field\" add constraint \"customer_template_field_data_type_check\" check (\"data_type\" in ('TEXT', 'INTEGER', 'DECIMAL', 'BOOLEAN', 'DATE', 'CHOICE'))",
    );
    this.addSql(
      "alter table \"level_rule\" add constraint \"level_rule_service_level_check\" check (\"service_level\" in ('STANDARD', 'SAPPHIRE', 'JADE', 'DIAMOND'))",
    );
    this.addSql(
      'alter table "customer_cancellation" add constraint "customer_cancellation_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_cancellation" add constraint "customer_cancellation_lifecycle_before_check" check ("lifecycle_before" in (\'POTENTIAL\', \'IN_NETWORK\', \'LEFT\'))',
    );
    this.addSql(
      "alter table \"customer_cancellation\" add constraint \"customer_cancellation_type_before_check\" check (\"type_before\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
  }
}
