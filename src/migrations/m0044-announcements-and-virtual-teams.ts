import { Migration } from '@mikro-orm/migrations';

export class M0044AnnouncementsAndVirtualTeams extends Migration {
  override up(): void {
    this.addSql(
      'create table "announcement_category" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "active" boolean not null default true, primary key ("id"))',
    );
    this.addSql(
      'alter table "announcement_category" add constraint "announcement_category_code_unique" unique ("code")',
    );
    this.addSql('create index "announcement_category_name_id_index" on "announcement_category" ("name", "id")');
    this.addSql(
      'create index "announcement_category_name_search" on "announcement_category" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create table "announcement_template" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "category_id" uuid not null, "title" varchar(200) not null, "body" varchar(8000) not null, "fields" text[] not null, "active" boolean not null default true, primary key ("id"))',
    );
    this.addSql(
      'alter table "announcement_template" add constraint "announcement_template_code_unique" unique ("code")',
    );
    this.addSql('create index "announcement_template_name_id_index" on "announcement_template" ("name", "id")');
    this.addSql(
      'create index "announcement_template_name_search" on "announcement_template" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create index "announcement_template_category_id_id_index" on "announcement_template" ("category_id", "id")',
    );
    this.addSql(
      'create table "announcement_right" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "organization_id" uuid not null, "employee_id" uuid null, "granted_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql(
      'create index "announcement_right_organization_id_id_index" on "announcement_right" ("organization_id", "id")',
    );
    this.addSql('create index "announcement_right_employee_id_id_index" on "announcement_right" ("employee_id", "id")');
    this.addSql(
      'create unique index "announcement_right_employee_id_current_unique" on "announcement_right" ("employee_id") where employee_id is not null',
    );
    this.addSql(
      'create unique index "announcement_right_organization_id_current_unique" on "announcement_right" ("organization_id") where employee_id is null',
    );
    this.addSql(
      'create table "announcement" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "title" varchar(200) not null, "body" varchar(8000) not null, "category_id" uuid not null, "template_id" uuid null, "organization_id" uuid not null, "author_id" uuid not null, "status" text not null, "forwardable" boolean not null, "published_at" timestamptz(3) null, "valid_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "announcement_title_id_index" on "announcement" ("title", "id")');
    this.addSql('create index "announcement_title_search" on "announcement" using gin ("title" gin_trgm_ops)');
    this.addSql('create index "announcement_category_id_id_index" on "announcement" ("category_id", "id")');
    this.addSql('create index "announcement_template_id_id_index" on "announcement" ("template_id", "id")');
    this.addSql('create index "announcement_organization_id_id_index" on "announcement" ("organization_id", "id")');
    this.addSql('create index "announcement_author_id_id_index" on "announcement" ("author_id", "id")');
    this.addSql('create index "announcement_status_id_index" on "announcement" ("status", "id")');
    this.addSql('create index "announcement_published_at_id_index" on "announcement" ("published_at", "id")');
    this.addSql('create index "announcement_valid_to_id_index" on "announcement" ("valid_to", "id")');
    this.addSql(
      'create table "announcement_receipt" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "announcement_id" uuid not null, "employee_id" uuid not null, "holder_id" uuid null, "status" text not null, "read_at" timestamptz(3) null, "forwarded_by_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'create index "announcement_receipt_announcement_id_id_index" on "announcement_receipt" ("announcement_id", "id")',
    );
    this.addSql(
      'create index "announcement_receipt_employee_id_id_index" on "announcement_receipt" ("employee_id", "id")',
    );
    this.addSql('create index "announcement_receipt_holder_id_id_index" on "announcement_receipt" ("holder_id", "id")');
    this.addSql('create index "announcement_receipt_status_id_index" on "announcement_receipt" ("status", "id")');
    this.addSql(
      'create index "announcement_receipt_forwarded_by_id_id_index" on "announcement_receipt" ("forwarded_by_id", "id")',
    );
    this.addSql(
      'create unique index "announcement_receipt_announcement_id_employee_id_together_uniqu" on "announcement_receipt" ("announcement_id", "employee_id")',
    );
    this.addSql(
      'create table "announcement_file" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "announcement_id" uuid not null, "document_id" uuid not null, primary key ("id"))',
    );
    this.addSql(
      'create index "announcement_file_announcement_id_id_index" on "announcement_file" ("announcement_id", "id")',
    );
    this.addSql('create index "announcement_file_document_id_id_index" on "announcement_file" ("document_id", "id")');
    this.addSql(
      'create table "virtual_team" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "task" varchar(500) not null, "organization_id" uuid not null, "active" boolean not null default true, primary key ("id"))',
    );
    this.addSql('alter table "virtual_team" add constraint "virtual_team_code_unique" unique ("code")');
    this.addSql('create index "virtual_team_name_id_index" on "virtual_team" ("name", "id")');
    this.addSql('create index "virtual_team_name_search" on "virtual_team" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "virtual_team_organization_id_id_index" on "virtual_team" ("organization_id", "id")');
    this.addSql(
      'create table "announcement_audience" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "announcement_id" uuid not null, "organization_id" uuid null, "team_id" uuid null, "partner_id" uuid null, "reached_partner_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'create index "announcement_audience_announcement_id_id_index" on "announcement_audience" ("announcement_id", "id")',
    );
    this.addSql(
      'create index "announcement_audience_organization_id_id_index" on "announcement_audience" ("organization_id", "id")',
    );
    this.addSql('create index "announcement_audience_team_id_id_index" on "announcement_audience" ("team_id", "id")');
    this.addSql(
      'create index "announcement_audience_partner_id_id_index" on "announcement_audience" ("partner_id", "id")',
    );
    this.addSql(
      'create index "announcement_audience_reached_partner_id_id_index" on "announcement_audience" ("reached_partner_id", "id")',
    );
    this.addSql(
      'create table "virtual_team_member" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "team_id" uuid not null, "employee_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "virtual_team_member_team_id_id_index" on "virtual_team_member" ("team_id", "id")');
    this.addSql(
      'create index "virtual_team_member_employee_id_id_index" on "virtual_team_member" ("employee_id", "id")',
    );
    this.addSql(
      'create unique index "virtual_team_member_team_id_employee_id_together_unique" on "virtual_team_member" ("team_id", "employee_id")',
    );
    this.addSql(
      'alter table "announcement_template" add constraint "announcement_template_category_id_foreign" foreign key ("category_id") references "announcement_category" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_right" add constraint "announcement_right_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_right" add constraint "announcement_right_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement" add constraint "announcement_category_id_foreign" foreign key ("category_id") references "announcement_category" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement" add constraint "announcement_template_id_foreign" foreign key ("template_id") references "announcement_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement" add constraint "announcement_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement" add constraint "announcement_author_id_foreign" foreign key ("author_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"announcement\" add constraint \"announcement_status_check\" check (\"status\" in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "announcement_receipt" add constraint "announcement_receipt_announcement_id_foreign" foreign key ("announcement_id") references "announcement" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_receipt" add constraint "announcement_receipt_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_receipt" add constraint "announcement_receipt_holder_id_foreign" foreign key ("holder_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_receipt" add constraint "announcement_receipt_forwarded_by_id_foreign" foreign key ("forwarded_by_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_receipt" add constraint "announcement_receipt_status_check" check ("status" in (\'UNREAD\', \'READ\', \'DELETED\'))',
    );
    this.addSql(
      'alter table "announcement_file" add constraint "announcement_file_announcement_id_foreign" foreign key ("announcement_id") references "announcement" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_file" add constraint "announcement_file_document_id_foreign" foreign key ("document_id") references "document" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "virtual_team" add constraint "virtual_team_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_announcement_id_foreign" foreign key ("announcement_id") references "announcement" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_team_id_foreign" foreign key ("team_id") references "virtual_team" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_reached_partner_id_foreign" foreign key ("reached_partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "virtual_team_member" add constraint "virtual_team_member_team_id_foreign" foreign key ("team_id") references "virtual_team" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "virtual_team_member" add constraint "virtual_team_member_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
  }
}
