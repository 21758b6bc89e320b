import { Migration } from '@mikro-orm/migrations';

/** What is taken back from an outside system, or is to be undone there, is recorded with the other messages. */
export class M0131WithdrawalsOfTasks extends Migration {
  override up(): void {
    this.addSql('alter table "process_exchange" drop constraint "process_exchange_kind_check"');
    this.addSql(
      `alter table "process_exchange" add constraint "process_exchange_kind_check" check ("kind" in ('TASK', 'RESULT', 'QUERY', 'WITHDRAWAL'))`,
    );
  }
}
