import { Migration } from '@mikro-orm/migrations';

const OPEN = `"status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED')`;

/** The index of waiting tasks holds what a work list asks of them, so that it is read without the table. */
export class M0071WaitingList extends Migration {
  override up(): void {
    this.addSql(
      `create index "process_task_waiting_list" on "process_task" ("operator_kind", "operator_code", "due_at", "id")
       include ("region_id", "assignee_id", "held_at", "instance_id") where ${OPEN} and "assignee_id" is null`,
    );
    this.addSql('drop index "process_task_waiting"');
  }
}
