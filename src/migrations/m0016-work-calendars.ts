import { Migration } from '@mikro-orm/migrations';

export class M0016WorkCalendars extends Migration {
  override up(): void {
    this.addSql(
      'create table "work_calendar" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "time_zone" varchar(60) not null, "revision" int not null default 0, primary key ("id"))',
    );
    this.addSql('alter table "work_calendar" add constraint "work_calendar_code_unique" unique ("code")');
    this.addSql('create index "work_calendar_name_id_index" on "work_calendar" ("name", "id")');
    this.addSql('create index "work_calendar_name_search" on "work_calendar" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "operator_calendar" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "operator_kind" text null, "operator_code" varchar(60) null, "region_id" uuid null, "calendar_id" uuid not null, "set_at" timestamptz(3) not null, "set_by" varchar(100) not null, "key" varchar(160) not null, primary key ("id"))',
    );
    this.addSql('alter table "operator_calendar" add constraint "operator_calendar_key_unique" unique ("key")');
    this.addSql('create index "operator_calendar_region_id_id_index" on "operator_calendar" ("region_id", "id")');
    this.addSql('create index "operator_calendar_calendar_id_id_index" on "operator_calendar" ("calendar_id", "id")');
    this.addSql(
      'create table "calendar_day" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "calendar_id" uuid not null, "day" date not null, "name" varchar(200) not null, "works_like" int null, primary key ("id"))',
    );
    this.addSql('create index "calendar_day_calendar_id_id_index" on "calendar_day" ("calendar_id", "id")');
    this.addSql(
      'create unique index "calendar_day_calendar_id_day_together_unique" on "calendar_day" ("calendar_id", "day")',
    );
    this.addSql(
      'create table "work_shift" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "calendar_id" uuid not null, "weekday" int not null, "from_minute" int not null, "to_minute" int not null, primary key ("id"))',
    );
    this.addSql('create index "work_shift_calendar_id_id_index" on "work_shift" ("calendar_id", "id")');
    this.addSql('alter table "process_template_version" add "grade_rule" varchar(4000) null');
    this.addSql('alter table "process_time_limit" add "counts_suspension" boolean not null default false');
    this.addSql(
      'alter table "operator_calendar" add constraint "operator_calendar_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operator_calendar" add constraint "operator_calendar_calendar_id_foreign" foreign key ("calendar_id") references "work_calendar" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"operator_calendar\" add constraint \"operator_calendar_operator_kind_check\" check (\"operator_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "calendar_day" add constraint "calendar_day_calendar_id_foreign" foreign key ("calendar_id") references "work_calendar" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_shift" add constraint "work_shift_calendar_id_foreign" foreign key ("calendar_id") references "work_calendar" ("id") on update no action on delete restrict',
    );
  }
}
