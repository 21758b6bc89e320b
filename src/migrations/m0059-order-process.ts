import { Migration } from '@mikro-orm/migrations';

export class M0059OrderProcess extends Migration {
  override up(): void {
    this.addSql(
      'alter table "customer_order" add "process_instance_id" uuid null, add "on_shortage" text null, add "completes_together" boolean not null default false',
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_process_instance_id_foreign" foreign key ("process_instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "customer_order_process_instance_id_id_index" on "customer_order" ("process_instance_id", "id")',
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_on_shortage_check" check ("on_shortage" in (\'CANCEL\', \'WAIT\', \'NOTIFY\'))',
    );
    this.addSql('alter table "service_order" add "done_at" timestamptz(3) null');
  }
}
