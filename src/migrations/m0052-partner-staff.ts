import { Migration } from '@mikro-orm/migrations';

export class M0052PartnerStaff extends Migration {
  override up(): void {
    this.addSql(
      'create table "partner_unit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "partner_id" uuid not null, "code" varchar(40) not null, "name" varchar(200) not null, "parent_id" uuid null, "path" varchar(1000) not null, "status" text not null, "version" int not null, primary key ("id"))',
    );
    this.addSql('create index "partner_unit_partner_id_id_index" on "partner_unit" ("partner_id", "id")');
    this.addSql('create index "partner_unit_code_id_index" on "partner_unit" ("code", "id")');
    this.addSql('create index "partner_unit_name_id_index" on "partner_unit" ("name", "id")');
    this.addSql('create index "partner_unit_name_search" on "partner_unit" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "partner_unit_parent_id_id_index" on "partner_unit" ("parent_id", "id")');
    this.addSql(
      'create unique index "partner_unit_partner_id_code_together_unique" on "partner_unit" ("partner_id", "code")',
    );
    this.addSql(
      'create table "partner_permission" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "partner_id" uuid not null, "function_point_id" uuid not null, "grantor" varchar(200) not null, primary key ("id"))',
    );
    this.addSql('create index "partner_permission_partner_id_id_index" on "partner_permission" ("partner_id", "id")');
    this.addSql(
      'create index "partner_permission_function_point_id_id_index" on "partner_permission" ("function_point_id", "id")',
    );
    this.addSql(
      'create unique index "partner_permission_partner_id_function_point_id_together_unique" on "partner_permission" ("partner_id", "function_point_id")',
    );
    this.addSql(
      'create table "partner_operator" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "partner_id" uuid not null, "unit_id" uuid null, "operator_no" varchar(60) not null, "name" varchar(200) not null, "phone" varchar(40) null, "status" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "version" int not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "partner_operator" add constraint "partner_operator_operator_no_unique" unique ("operator_no")',
    );
    this.addSql('create index "partner_operator_partner_id_id_index" on "partner_operator" ("partner_id", "id")');
    this.addSql('create index "partner_operator_unit_id_id_index" on "partner_operator" ("unit_id", "id")');
    this.addSql('create index "partner_operator_name_id_index" on "partner_operator" ("name", "id")');
    this.addSql('create index "partner_operator_name_search" on "partner_operator" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "operator_grant" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "operator_id" uuid not null, "function_point_id" uuid not null, "granted_by_id" uuid null, "grantor" varchar(200) not null, "valid_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "operator_grant_operator_id_id_index" on "operator_grant" ("operator_id", "id")');
    this.addSql(
      'create index "operator_grant_function_point_id_id_index" on "operator_grant" ("function_point_id", "id")',
    );
    this.addSql('create index "operator_grant_granted_by_id_id_index" on "operator_grant" ("granted_by_id", "id")');
    this.addSql(
      'create unique index "operator_grant_operator_id_function_point_id_together_unique" on "operator_grant" ("operator_id", "function_point_id")',
    );
    this.addSql(
      'create table "partner_announcement" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "partner_id" uuid not null, "unit_id" uuid null, "author_id" uuid null, "title" varchar(200) not null, "body" varchar(8000) not null, "status" text not null, "published_at" timestamptz(3) not null, "reached_partner_id" uuid null, "reached_unit_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'create index "partner_announcement_partner_id_id_index" on "partner_announcement" ("partner_id", "id")',
    );
    this.addSql('create index "partner_announcement_unit_id_id_index" on "partner_announcement" ("unit_id", "id")');
    this.addSql('create index "partner_announcement_author_id_id_index" on "partner_announcement" ("author_id", "id")');
    this.addSql('create index "partner_announcement_title_id_index" on "partner_announcement" ("title", "id")');
    this.addSql(
      'create index "partner_announcement_title_search" on "partner_announcement" using gin ("title" gin_trgm_ops)',
    );
    this.addSql('create index "partner_announcement_status_id_index" on "partner_announcement" ("status", "id")');
    this.addSql(
      'create index "partner_announcement_published_at_id_index" on "partner_announcement" ("published_at", "id")',
    );
    this.addSql(
      'create index "partner_announcement_reached_partner_id_id_index" on "partner_announcement" ("reached_partner_id", "id")',
    );
    this.addSql(
      'create index "partner_announcement_reached_unit_id_id_index" on "partner_announcement" ("reached_unit_id", "id")',
    );
    this.addSql('alter table "audit_entry" add "partner_id" uuid null');
    this.addSql('create index "audit_entry_partner" on "audit_entry" ("partner_id", "id")');
    this.addSql('alter table "system_parameter" add "for_partners" boolean not null default false');
    this.addSql('alter table "parameter_value" add "partner_id" uuid null');
    this.addSql(
      'alter table "parameter_value" add constraint "parameter_value_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "parameter_value_partner_id_id_index" on "parameter_value" ("partner_id", "id")');
    this.addSql('alter table "user_account" drop constraint "user_account_kind_check"');
    this.addSql('alter table "user_account" add "operator_id" uuid null');
    this.addSql(
      'alter table "user_account" add constraint "user_account_operator_id_foreign" foreign key ("operator_id") references "partner_operator" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "user_account_operator_id_id_index" on "user_account" ("operator_id", "id")');
    this.addSql(
      'alter table "user_account" add constraint "user_account_kind_check" check ("kind" in (\'STAFF\', \'ADMIN\', \'PARTNER\'))',
    );
    this.addSql(
      'alter table "partner_unit" add constraint "partner_unit_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_unit" add constraint "partner_unit_parent_id_foreign" foreign key ("parent_id") references "partner_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_unit" add constraint "partner_unit_status_check" check ("status" in (\'ACTIVE\', \'CLOSED\'))',
    );
    this.addSql(
      'alter table "partner_permission" add constraint "partner_permission_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_permission" add constraint "partner_permission_function_point_id_foreign" foreign key ("function_point_id") references "function_point" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_operator" add constraint "partner_operator_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_operator" add constraint "partner_operator_unit_id_foreign" foreign key ("unit_id") references "partner_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_operator" add constraint "partner_operator_status_check" check ("status" in (\'ACTIVE\', \'LEFT\'))',
    );
    this.addSql(
      'alter table "operator_grant" add constraint "operator_grant_operator_id_foreign" foreign key ("operator_id") references "partner_operator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operator_grant" add constraint "operator_grant_function_point_id_foreign" foreign key ("function_point_id") references "function_point" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operator_grant" add constraint "operator_grant_granted_by_id_foreign" foreign key ("granted_by_id") references "partner_operator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_unit_id_foreign" foreign key ("unit_id") references "partner_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_author_id_foreign" foreign key ("author_id") references "partner_operator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_reached_partner_id_foreign" foreign key ("reached_partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_reached_unit_id_foreign" foreign key ("reached_unit_id") references "partner_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner_announcement" add constraint "partner_announcement_status_check" check ("status" in (\'PUBLISHED\', \'WITHDRAWN\'))',
    );
    // Partners may be stricter with their operators than what is asked of everyone.
    this.addSql(
      "update system_parameter set for_partners = true where code in ('sign-in.token.hours', 'password.days', 'password.length')",
    );
  }
}
