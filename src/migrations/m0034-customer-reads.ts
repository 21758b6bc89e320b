import { Migration } from '@mikro-orm/migrations';

export class M0034CustomerReads extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_read" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "operation" varchar(100) not null, "actor" varchar(200) not null, "actor_name" varchar(200) not null, "actor_kind" text not null, "employee_id" uuid null, "at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "customer_read_customer_id_id_index" on "customer_read" ("customer_id", "id")');
    this.addSql('create index "customer_read_actor_id_index" on "customer_read" ("actor", "id")');
    this.addSql('create index "customer_read_at_id_index" on "customer_read" ("at", "id")');
    this.addSql(
      'alter table "customer_read" add constraint "customer_read_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_read\" add constraint \"customer_read_actor_kind_check\" check (\"actor_kind\" in ('ADMIN', 'STAFF', 'CUSTOMER', 'PARTNER', 'SYSTEM'))",
    );
  }
}
