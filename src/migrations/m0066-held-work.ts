import { Migration } from '@mikro-orm/migrations';

export class M0066HeldWork extends Migration {
  override up(): void {
    // The subscription of the board of supervision has the name of its query.
    this.addSql(`update "function_point" set "code" = 'fulfilmentSupervision' where "code" = 'supervisedFulfilment'`);
    this.addSql('alter table "process_instance" add "work_held_at" timestamptz(3) null');
    this.addSql('alter table "process_task" add "held_at" timestamptz(3) null');
    this.addSql('alter table "service_order" alter column "open_interventions" drop not null');
    this.addSql('alter table "service_order_intervention" drop constraint "service_order_intervention_status_check"');
    this.addSql(
      "alter table \"service_order_intervention\" add constraint \"service_order_intervention_status_check\" check (\"status\" in ('REQUESTED', 'ACCEPTED', 'DONE', 'REFUSED', 'WITHDRAWN'))",
    );
  }
}
