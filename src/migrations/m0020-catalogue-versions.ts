import { Migration } from '@mikro-orm/migrations';

export class M0020CatalogueVersions extends Migration {
  override up(): void {
    this.addSql(
      'create table "product_version" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "number" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "content" jsonb not null, "changed_fields" text[] not null, "changed_by" varchar(100) null, "changed_at" timestamptz(3) not null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "product_version_product_id_id_index" on "product_version" ("product_id", "id")');
    this.addSql(
      'create unique index "product_version_product_id_number_together_unique" on "product_version" ("product_id", "number")',
    );
    this.addSql(
      'create unique index "product_version_product_id_current_unique" on "product_version" ("product_id") where validity_to is null',
    );
    this.addSql(
      'create table "offering_version" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_id" uuid not null, "number" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "content" jsonb not null, "changed_fields" text[] not null, "changed_by" varchar(100) null, "changed_at" timestamptz(3) not null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "offering_version_offering_id_id_index" on "offering_version" ("offering_id", "id")');
    this.addSql(
      'create unique index "offering_version_offering_id_number_together_unique" on "offering_version" ("offering_id", "number")',
    );
    this.addSql(
      'create unique index "offering_version_offering_id_current_unique" on "offering_version" ("offering_id") where validity_to is null',
    );
    this.addSql(
      'create table "catalogue_change" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid null, "offering_id" uuid null, "based_on" int not null, "values" jsonb not null, "status" text not null, "reason" varchar(500) not null, "proposed_by" varchar(100) not null, "proposed_at" timestamptz(3) not null, "decided_by" varchar(100) null, "decided_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "catalogue_change_product_id_id_index" on "catalogue_change" ("product_id", "id")');
    this.addSql('create index "catalogue_change_offering_id_id_index" on "catalogue_change" ("offering_id", "id")');
    this.addSql('create index "catalogue_change_status_id_index" on "catalogue_change" ("status", "id")');
    this.addSql('create index "catalogue_change_proposed_at_id_index" on "catalogue_change" ("proposed_at", "id")');
    this.addSql(
      'create unique index "catalogue_change_offering_id_current_unique" on "catalogue_change" ("offering_id") where status = \'PROPOSED\'',
    );
    this.addSql(
      'create unique index "catalogue_change_product_id_current_unique" on "catalogue_change" ("product_id") where status = \'PROPOSED\'',
    );
    this.addSql(
      'alter table "product_version" add constraint "product_version_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_version" add constraint "offering_version_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue_change" add constraint "catalogue_change_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue_change" add constraint "catalogue_change_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"catalogue_change\" add constraint \"catalogue_change_status_check\" check (\"status\" in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'))",
    );
  }
}
