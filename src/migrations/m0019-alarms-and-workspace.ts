import { Migration } from '@mikro-orm/migrations';

export class M0019AlarmsAndWorkspace extends Migration {
  override up(): void {
    this.addSql(
      'create table "base_interface" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "menus" text[] not null, "open_screens" text[] not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "base_interface" add constraint "base_interface_code_unique" unique ("code")');
    this.addSql('create index "base_interface_name_id_index" on "base_interface" ("name", "id")');
    this.addSql('create index "base_interface_name_search" on "base_interface" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "alarm" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "parameter_id" uuid null, "code" varchar(100) not null, "item" varchar(100) not null, "organization_id" uuid not null, "status" text not null, "value" numeric not null, "message" varchar(400) not null, "raised_at" timestamptz(3) not null, "cleared_at" timestamptz(3) null, "actions" text[] not null, "suppressed_by" varchar(100) null, primary key ("id"))',
    );
    this.addSql('create index "alarm_parameter_id_id_index" on "alarm" ("parameter_id", "id")');
    this.addSql('create index "alarm_code_id_index" on "alarm" ("code", "id")');
    this.addSql('create index "alarm_item_id_index" on "alarm" ("item", "id")');
    this.addSql('create index "alarm_organization_id_id_index" on "alarm" ("organization_id", "id")');
    this.addSql('create index "alarm_status_id_index" on "alarm" ("status", "id")');
    this.addSql('create index "alarm_raised_at_id_index" on "alarm" ("raised_at", "id")');
    this.addSql(
      'create unique index "alarm_parameter_id_organization_id_current_unique" on "alarm" ("parameter_id", "organization_id") where "status" = \'RAISED\'',
    );
    this.addSql(
      'create table "user_setting" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "employee_id" uuid not null, "kind" text not null, "screen" varchar(100) not null, "value" jsonb not null, primary key ("id"))',
    );
    this.addSql('create index "user_setting_employee_id_id_index" on "user_setting" ("employee_id", "id")');
    this.addSql(
      'create unique index "user_setting_employee_id_kind_screen_together_unique" on "user_setting" ("employee_id", "kind", "screen")',
    );
    this.addSql(
      'create table "workspace_view" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "employee_id" uuid not null, "base_id" uuid not null, "name" varchar(100) not null, "main" boolean not null, "menus" text[] not null, "open_screens" text[] not null, "windows" jsonb not null, "version" int not null, primary key ("id"))',
    );
    this.addSql('create index "workspace_view_employee_id_id_index" on "workspace_view" ("employee_id", "id")');
    this.addSql('create index "workspace_view_base_id_id_index" on "workspace_view" ("base_id", "id")');
    this.addSql(
      'create unique index "workspace_view_employee_id_current_unique" on "workspace_view" ("employee_id") where "main"',
    );
    this.addSql(
      'create unique index "workspace_view_employee_id_name_together_unique" on "workspace_view" ("employee_id", "name")',
    );
    this.addSql('alter table "system_parameter" drop constraint "system_parameter_type_check"');
    this.addSql(
      "alter table \"system_parameter\" add constraint \"system_parameter_type_check\" check (\"type\" in ('INT', 'DECIMAL', 'TEXT', 'BOOLEAN', 'DAY', 'INSTANT', 'THRESHOLD', 'SCHEDULE', 'ALARM', 'FILTER', 'ACTION', 'PRINT', 'VIEW', 'SAVE'))",
    );
    this.addSql(
      'alter table "alarm" add constraint "alarm_parameter_id_foreign" foreign key ("parameter_id") references "system_parameter" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "alarm" add constraint "alarm_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "alarm" add constraint "alarm_status_check" check ("status" in (\'RAISED\', \'CLEARED\'))',
    );
    this.addSql(
      'alter table "user_setting" add constraint "user_setting_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "user_setting" add constraint "user_setting_kind_check" check ("kind" in (\'PRINT\', \'VIEW\', \'SAVE\'))',
    );
    this.addSql(
      'alter table "workspace_view" add constraint "workspace_view_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "workspace_view" add constraint "workspace_view_base_id_foreign" foreign key ("base_id") references "base_interface" ("id") on update no action on delete restrict',
    );
  }
}
