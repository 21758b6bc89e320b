import { Migration } from '@mikro-orm/migrations';

/** A task that an outside system has not done is sent again under another name. */
export class M0162AttemptsOfTasks extends Migration {
  override up(): void {
    this.addSql('alter table "process_task" add column "attempt" int not null default 1');
  }
}
