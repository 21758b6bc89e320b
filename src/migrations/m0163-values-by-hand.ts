import { Migration } from '@mikro-orm/migrations';

/** People set values of running processes, and pass over what these wait for. */
export class M0163ValuesByHand extends Migration {
  override up(): void {
    this.addSql('alter table "process_instance" add column "set_by_hand" jsonb null');
    this.addSql('alter table "process_exception" drop constraint "process_exception_handling_check"');
    this.addSql(
      `alter table "process_exception" add constraint "process_exception_handling_check" check ("handling" in ('RETRY', 'MOVE', 'ROLL_BACK', 'HAND_OVER', 'TERMINATE', 'ANSWER', 'PASS_OVER'))`,
    );
  }
}
