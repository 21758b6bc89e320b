import { Migration } from '@mikro-orm/migrations';

export class M0031Partners extends Migration {
  override up(): void {
    this.addSql(
      'create table "partner" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "partner_type" varchar(60) null, "party_id" uuid not null, "region_id" uuid not null, "status" text not null, "exited_at" timestamptz(3) null, "version" int not null, primary key ("id"))',
    );
    this.addSql('alter table "partner" add constraint "partner_code_unique" unique ("code")');
    this.addSql('create index "partner_name_id_index" on "partner" ("name", "id")');
    this.addSql('create index "partner_name_search" on "partner" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "partner_party_id_id_index" on "partner" ("party_id", "id")');
    this.addSql('create index "partner_region_id_id_index" on "partner" ("region_id", "id")');
    this.addSql('create index "partner_status_id_index" on "partner" ("status", "id")');
    this.addSql('alter table "customer" add "partner_id" uuid null');
    this.addSql(
      'alter table "customer" add constraint "customer_partner_id_foreign" foreign key ("partner_id") references "partner" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "customer_partner_id_id_index" on "customer" ("partner_id", "id")');
    this.addSql(
      'alter table "partner" add constraint "partner_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner" add constraint "partner_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "partner" add constraint "partner_status_check" check ("status" in (\'PROSPECT\', \'ACTIVE\', \'SUSPENDED\'))',
    );
  }
}
