import { Migration } from '@mikro-orm/migrations';

export class M0055DomainWork extends Migration {
  override up(): void {
    this.addSql(
      'alter table "process_task" add "about_type" varchar(60) null, add "about_id" varchar(60) null, add "about_key" uuid null',
    );
    this.addSql('create index "process_task_about_id_id_index" on "process_task" ("about_id", "id")');
  }
}
