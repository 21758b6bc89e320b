import { Migration } from '@mikro-orm/migrations';

const NODE = '"id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null';

export class M0116StartAfter extends Migration {
  override up(): void {
    this.addSql(
      `create table "process_start_after" (${NODE}, "version_id" uuid not null, "place" int not null, "template" varchar(60) not null, "condition" varchar(4000) null, "object" varchar(200) null, "values" varchar(4000) null, primary key ("id"))`,
    );
    this.addSql('create index "process_start_after_version_id_id_index" on "process_start_after" ("version_id", "id")');
    this.addSql('create index "process_start_after_template_id_index" on "process_start_after" ("template", "id")');
    this.addSql(
      'alter table "process_start_after" add constraint "process_start_after_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      `create table "process_succession" (${NODE}, "after_id" uuid not null, "template_id" uuid not null, "instance_id" uuid null, "started_at" timestamptz(3) not null, "error" varchar(500) null, primary key ("id"))`,
    );
    this.addSql('create index "process_succession_after_id_id_index" on "process_succession" ("after_id", "id")');
    this.addSql('create index "process_succession_template_id_id_index" on "process_succession" ("template_id", "id")');
    this.addSql('create index "process_succession_instance_id_id_index" on "process_succession" ("instance_id", "id")');
    this.addSql(
      'create unique index "process_succession_after_id_template_id_together_unique" on "process_succession" ("after_id", "template_id")',
    );
    for (const [column, table] of [
      ['after_id', 'process_instance'],
      ['template_id', 'process_template'],
      ['instance_id', 'process_instance'],
    ])
      this.addSql(
        `alter table "process_succession" add constraint "process_succession_${column}_foreign" foreign key ("${column}") references "${table}" ("id") on update no action on delete restrict`,
      );
    this.addSql(
      'create table "process_succession_place" ("id" smallint not null, "position" bigint not null, primary key ("id"))',
    );
    this.addSql(
      'insert into "process_succession_place" ("id", "position") select 1, coalesce((select max("position") from "event_counter"), 0)',
    );
    this.addSql(
      'alter table "process_instance" add column "starts_after_id" uuid null, add column "awaited" boolean not null default false',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_starts_after_id_foreign" foreign key ("starts_after_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "process_instance_starts_after_id_id_index" on "process_instance" ("starts_after_id", "id")',
    );
  }
}
