import { Migration } from '@mikro-orm/migrations';

const OPEN = `"status" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED')`;

/** Who is named for a task, or had it escalated to them, sees it wherever it comes from: the policy finds it by these. */
export class M0130NamedTasks extends Migration {
  override up(): void {
    this.addSql(
      `create index "process_task_named" on "process_task" ("operator_code", "operator_kind") where "operator_kind" in ('EMPLOYEE', 'ORGANIZATION')`,
    );
    this.addSql(
      'create index "process_task_escalated_to" on "process_task" ("escalated_code", "escalated_kind") where "escalated_kind" is not null',
    );
    this.addSql('drop index "process_task_waiting_list"');
    this.addSql(
      `create index "process_task_waiting_list" on "process_task" ("operator_kind", "operator_code", "due_at", "id")
       include ("region_id", "assignee_id", "held_at", "instance_id", "escalated_kind", "escalated_code") where ${OPEN} and "assignee_id" is null`,
    );
  }
}
