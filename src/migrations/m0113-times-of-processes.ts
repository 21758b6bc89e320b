import { Migration } from '@mikro-orm/migrations';

export class M0113TimesOfProcesses extends Migration {
  override up(): void {
    this.addSql(
      'alter table "process_trigger" add "schedule" varchar(200) null, add "schedule_from" timestamptz(3) null',
    );
    // They serve statistics over a period.
    this.addSql('create index "process_instance_started" on "process_instance" ("started_at")');
    this.addSql('create index "process_token_entered" on "process_token" ("entered_at")');
    this.addSql('create index "process_task_arrived" on "process_task" ("arrived_at")');
  }
}
