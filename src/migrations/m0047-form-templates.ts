import { Migration } from '@mikro-orm/migrations';

export class M0047FormTemplates extends Migration {
  override up(): void {
    this.addSql(
      'create table "form_template" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "number" int not null, "version_name" varchar(100) not null, "name" varchar(200) not null, "type" text not null, "status" text not null, "origin" text not null, "layout" text not null, "page_width" numeric not null, "page_height" numeric not null, "organization_id" uuid null, "owner" varchar(100) not null, "changed_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "form_template_code_id_index" on "form_template" ("code", "id")');
    this.addSql('create index "form_template_name_id_index" on "form_template" ("name", "id")');
    this.addSql('create index "form_template_name_search" on "form_template" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "form_template_type_id_index" on "form_template" ("type", "id")');
    this.addSql('create index "form_template_status_id_index" on "form_template" ("status", "id")');
    this.addSql('create index "form_template_organization_id_id_index" on "form_template" ("organization_id", "id")');
    this.addSql(
      'create unique index "form_template_code_number_together_unique" on "form_template" ("code", "number")',
    );
    this.addSql(
      'create table "form_control" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid not null, "code" varchar(40) not null, "kind" text not null, "label" varchar(200) not null, "x" numeric not null, "y" numeric not null, "width" numeric not null, "height" numeric not null, "required" boolean not null, "options" text[] not null, "binding" varchar(100) null, "check" varchar(1000) null, "formula" varchar(1000) null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "form_control_template_id_id_index" on "form_control" ("template_id", "id")');
    this.addSql(
      'create unique index "form_control_template_id_code_together_unique" on "form_control" ("template_id", "code")',
    );
    this.addSql(
      'create table "form_kit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "number" int not null, "version_name" varchar(100) not null, "name" varchar(200) not null, "business" varchar(200) not null, "status" text not null, "organization_id" uuid null, "owner" varchar(100) not null, "tested_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "form_kit_code_id_index" on "form_kit" ("code", "id")');
    this.addSql('create index "form_kit_name_id_index" on "form_kit" ("name", "id")');
    this.addSql('create index "form_kit_name_search" on "form_kit" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "form_kit_status_id_index" on "form_kit" ("status", "id")');
    this.addSql('create index "form_kit_organization_id_id_index" on "form_kit" ("organization_id", "id")');
    this.addSql('create unique index "form_kit_code_number_together_unique" on "form_kit" ("code", "number")');
    this.addSql(
      'create table "form_test" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid null, "kit_id" uuid null, "values" jsonb not null, "expected" jsonb not null, "actual" jsonb not null, "problems" text[] not null, "passed" boolean not null, "tested_by" varchar(100) not null, "tested_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "form_test_template_id_id_index" on "form_test" ("template_id", "id")');
    this.addSql('create index "form_test_kit_id_id_index" on "form_test" ("kit_id", "id")');
    this.addSql(
      'create table "form_publication" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid null, "kit_id" uuid null, "organization_id" uuid null, "channel" text null, "published_by" varchar(100) not null, "published_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "form_publication_template_id_id_index" on "form_publication" ("template_id", "id")');
    this.addSql('create index "form_publication_kit_id_id_index" on "form_publication" ("kit_id", "id")');
    this.addSql(
      'create index "form_publication_organization_id_id_index" on "form_publication" ("organization_id", "id")',
    );
    this.addSql('create index "form_publication_channel_id_index" on "form_publication" ("channel", "id")');
    this.addSql(
      'create table "form_kit_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "kit_id" uuid not null, "kind" text not null, "from" varchar(81) null, "to" varchar(81) not null, "formula" varchar(1000) null, primary key ("id"))',
    );
    this.addSql('create index "form_kit_relation_kit_id_id_index" on "form_kit_relation" ("kit_id", "id")');
    this.addSql(
      'create table "form_kit_part" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "kit_id" uuid not null, "template_id" uuid not null, "alias" varchar(40) not null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "form_kit_part_kit_id_id_index" on "form_kit_part" ("kit_id", "id")');
    this.addSql('create index "form_kit_part_template_id_id_index" on "form_kit_part" ("template_id", "id")');
    this.addSql(
      'create unique index "form_kit_part_kit_id_alias_together_unique" on "form_kit_part" ("kit_id", "alias")',
    );
    this.addSql(
      'alter table "form_template" add constraint "form_template_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_template" add constraint "form_template_type_check" check ("type" in (\'FORM\', \'DOCUMENT\'))',
    );
    this.addSql(
      "alter table \"form_template\" add constraint \"form_template_status_check\" check (\"status\" in ('UNFINISHED', 'FINISHED', 'MODIFIED', 'TESTED', 'PUBLISHED', 'RETIRED', 'REMOVED'))",
    );
    this.addSql(
      "alter table \"form_template\" add constraint \"form_template_origin_check\" check (\"origin\" in ('LAYOUT', 'XML', 'NOUN', 'COPY'))",
    );
    this.addSql(
      'alter table "form_template" add constraint "form_template_layout_check" check ("layout" in (\'ONE_COLUMN\', \'TWO_COLUMNS\'))',
    );
    this.addSql(
      'alter table "form_control" add constraint "form_control_template_id_foreign" foreign key ("template_id") references "form_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"form_control\" add constraint \"form_control_kind_check\" check (\"kind\" in ('TEXT', 'NUMBER', 'DATE', 'CHOICE', 'CHECKBOX', 'TABLE'))",
    );
    this.addSql(
      'alter table "form_kit" add constraint "form_kit_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"form_kit\" add constraint \"form_kit_status_check\" check (\"status\" in ('UNFINISHED', 'FINISHED', 'MODIFIED', 'TESTED', 'PUBLISHED', 'RETIRED', 'REMOVED'))",
    );
    this.addSql(
      'alter table "form_test" add constraint "form_test_template_id_foreign" foreign key ("template_id") references "form_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_test" add constraint "form_test_kit_id_foreign" foreign key ("kit_id") references "form_kit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_publication" add constraint "form_publication_template_id_foreign" foreign key ("template_id") references "form_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_publication" add constraint "form_publication_kit_id_foreign" foreign key ("kit_id") references "form_kit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_publication" add constraint "form_publication_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"form_publication\" add constraint \"form_publication_channel_check\" check (\"channel\" in ('HALL', 'WEB', 'CALL_CENTRE', 'FIELD', 'PARTNER'))",
    );
    this.addSql(
      'alter table "form_kit_relation" add constraint "form_kit_relation_kit_id_foreign" foreign key ("kit_id") references "form_kit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"form_kit_relation\" add constraint \"form_kit_relation_kind_check\" check (\"kind\" in ('REDUNDANT', 'MATCH', 'CONDITION', 'DERIVE', 'CALCULATE'))",
    );
    this.addSql(
      'alter table "form_kit_part" add constraint "form_kit_part_kit_id_foreign" foreign key ("kit_id") references "form_kit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "form_kit_part" add constraint "form_kit_part_template_id_foreign" foreign key ("template_id") references "form_template" ("id") on update no action on delete restrict',
    );
  }
}
