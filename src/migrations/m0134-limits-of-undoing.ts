import { Migration } from '@mikro-orm/migrations';

/** How long somebody may take to undo a step is said apart from how long it may take. */
export class M0134LimitsOfUndoing extends Migration {
  override up(): void {
    this.addSql('alter table "process_time_limit" add column "compensates" boolean not null default false');
  }
}
