import { Migration } from '@mikro-orm/migrations';

export class M0075MovesByLimits extends Migration {
  override up(): void {
    this.addSql('alter table "process_alarm_rule" add column "to_step" varchar(60) null');
    this.addSql('alter table "process_alarm_rule" drop constraint "process_alarm_rule_action_check"');
    this.addSql(
      `alter table "process_alarm_rule" add constraint "process_alarm_rule_action_check" check ("action" in ('NOTIFY', 'ESCALATE', 'MOVE'))`,
    );
  }
}
