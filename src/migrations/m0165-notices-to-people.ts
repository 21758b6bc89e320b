import { Migration } from '@mikro-orm/migrations';

/** Announcements are addressed to single employees and to positions too (OPS-34). */
export class M0165NoticesToPeople extends Migration {
  override up(): void {
    this.addSql('alter table "announcement_audience" add "employee_id" uuid null, add "position_id" uuid null');
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "announcement_audience" add constraint "announcement_audience_position_id_foreign" foreign key ("position_id") references "job_position" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "announcement_audience_employee_id_id_index" on "announcement_audience" ("employee_id", "id")',
    );
    this.addSql(
      'create index "announcement_audience_position_id_id_index" on "announcement_audience" ("position_id", "id")',
    );
  }
}
