import { Migration } from '@mikro-orm/migrations';

export class M0038PackagesAndPolicies extends Migration {
  override up(): void {
    this.addSql(
      'create table "payment_method" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "payment_method" add constraint "payment_method_code_unique" unique ("code")');
    this.addSql('create index "payment_method_name_id_index" on "payment_method" ("name", "id")');
    this.addSql('create index "payment_method_name_search" on "payment_method" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "product_package" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "configured_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('alter table "product_package" add constraint "product_package_code_unique" unique ("code")');
    this.addSql('create index "product_package_name_id_index" on "product_package" ("name", "id")');
    this.addSql('create index "product_package_name_search" on "product_package" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "product_package_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_package_id" uuid not null, "product_id" uuid not null, "min_quantity" int not null, "max_quantity" int not null, "default_quantity" int not null, "required" boolean not null, "fixed_values" jsonb not null default \'{}\', primary key ("id"))',
    );
    this.addSql(
      'create index "product_package_item_product_package_id_id_index" on "product_package_item" ("product_package_id", "id")',
    );
    this.addSql(
      'create index "product_package_item_product_id_id_index" on "product_package_item" ("product_id", "id")',
    );
    this.addSql(
      'create index "product_package_item_fixed_values_gin" on "product_package_item" using gin ("fixed_values" jsonb_path_ops)',
    );
    this.addSql(
      'create unique index "product_package_item_product_package_id_product_id_together_uni" on "product_package_item" ("product_package_id", "product_id")',
    );
    this.addSql(
      'create table "discount_policy" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "purpose" varchar(1000) not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "region_id" uuid not null, "method" varchar(1000) not null, "target" varchar(1000) not null, "effect" varchar(2000) null, "configured_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('alter table "discount_policy" add constraint "discount_policy_code_unique" unique ("code")');
    this.addSql('create index "discount_policy_name_id_index" on "discount_policy" ("name", "id")');
    this.addSql('create index "discount_policy_name_search" on "discount_policy" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "discount_policy_region_id_id_index" on "discount_policy" ("region_id", "id")');
    this.addSql('alter table "offering" add "product_package_id" uuid null');
    this.addSql(
      'alter table "offering" add constraint "offering_product_package_id_foreign" foreign key ("product_package_id") references "product_package" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "offering_product_package_id_id_index" on "offering" ("product_package_id", "id")');
    this.addSql(
      'alter table "product_package_item" add constraint "product_package_item_product_package_id_foreign" foreign key ("product_package_id") references "product_package" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_package_item" add constraint "product_package_item_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "discount_policy" add constraint "discount_policy_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
  }
}
