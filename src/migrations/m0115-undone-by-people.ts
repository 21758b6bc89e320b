import { Migration } from '@mikro-orm/migrations';

export class M0115UndoneByPeople extends Migration {
  override up(): void {
    this.addSql(
      'alter table "process_step" add column "compensation_kind" text null, add column "compensation_code" varchar(60) null, add column "compensation_task" varchar(200) null',
    );
    this.addSql(
      `alter table "process_step" add constraint "process_step_compensation_kind_check" check ("compensation_kind" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))`,
    );
    this.addSql(
      'alter table "process_step" add column "attempts" int null, add column "pause_seconds" int null, add column "max_pause_seconds" int null',
    );
    this.addSql('alter table "process_task" add column "compensates" boolean not null default false');
  }
}
