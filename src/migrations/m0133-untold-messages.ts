import { Migration } from '@mikro-orm/migrations';

/** What an outside system cannot be told is an alarm, and a person may see to it. */
export class M0133UntoldMessages extends Migration {
  override up(): void {
    this.addSql(
      'alter table "process_exchange" add column "settled_at" timestamptz(3) null, add column "settled_by" varchar(100) null, add column "settlement" varchar(2000) null',
    );
    this.addSql('alter table "process_exchange" drop constraint "process_exchange_status_check"');
    this.addSql(
      `alter table "process_exchange" add constraint "process_exchange_status_check" check ("status" in ('WAITING', 'ARRIVED', 'FAILED', 'SETTLED'))`,
    );
    this.addSql('alter table "process_alarm" drop constraint "process_alarm_reason_check"');
    this.addSql(
      `alter table "process_alarm" add constraint "process_alarm_reason_check" check ("reason" in ('DUE_SOON', 'OVERDUE', 'ABNORMAL', 'MEASURE', 'UNTOLD'))`,
    );
  }
}
