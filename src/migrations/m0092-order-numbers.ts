import { Migration } from '@mikro-orm/migrations';

export class M0092OrderNumbers extends Migration {
  override up(): void {
    this.addSql('alter table "reservation" add column "order_hold" text null');
    this.addSql(
      `alter table "reservation" add constraint "reservation_order_hold_check" check ("order_hold" in ('OWN', 'TAKEN_OVER'))`,
    );
    this.addSql('alter table "order_item" add column "number_reservation_id" uuid null');
    this.addSql(
      'alter table "order_item" add constraint "order_item_number_reservation_id_foreign" foreign key ("number_reservation_id") references "reservation" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "order_item_number_reservation_id_id_index" on "order_item" ("number_reservation_id", "id")',
    );
    this.addSql('alter table "service_order" add column "number" varchar(60) null');
  }
}
