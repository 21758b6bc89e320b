import { Migration } from '@mikro-orm/migrations';

export class M0056TicketProcesses extends Migration {
  override up(): void {
    this.addSql('alter table "problem_ticket" add "process_instance_id" uuid null');
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_process_instance_id_foreign" foreign key ("process_instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "problem_ticket_process_instance_id_id_index" on "problem_ticket" ("process_instance_id", "id")',
    );
  }
}
