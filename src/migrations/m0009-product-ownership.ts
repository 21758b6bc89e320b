import { Migration } from '@mikro-orm/migrations';

export class M0009ProductOwnership extends Migration {
  override up(): void {
    this.addSql(
      'create table "product_cost" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "stage" text not null, "kind" text not null, "amount_amount" numeric not null, "amount_currency" varchar(3) not null, "recorded_at" timestamptz(3) not null, "recorded_by" varchar(100) not null, "remark" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "product_cost_product_id_id_index" on "product_cost" ("product_id", "id")');
    this.addSql(
      'alter table "product" add "owner_id" uuid null, add "configured_by" varchar(100) null, add "configured_at" timestamptz(3) null',
    );
    this.addSql(
      'alter table "product" add constraint "product_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "product_owner_id_id_index" on "product" ("owner_id", "id")');
    this.addSql(
      'alter table "offering" add "owner_id" uuid null, add "configured_by" varchar(100) null, add "configured_at" timestamptz(3) null',
    );
    this.addSql(
      'alter table "offering" add constraint "offering_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "offering_owner_id_id_index" on "offering" ("owner_id", "id")');
    this.addSql(
      'alter table "product_cost" add constraint "product_cost_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_cost\" add constraint \"product_cost_stage_check\" check (\"stage\" in ('DEVELOPMENT', 'PROMOTION', 'OPERATION', 'WITHDRAWAL'))",
    );
    this.addSql(
      'alter table "product_cost" add constraint "product_cost_kind_check" check ("kind" in (\'PRODUCT\', \'SERVICE\'))',
    );
  }
}
