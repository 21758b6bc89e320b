import { Migration } from '@mikro-orm/migrations';

/** Terms that upgrades carry over to what takes the place of what was to be kept (PRD-38). */
export class M0153CarriedCommitments extends Migration {
  override up(): void {
    this.addSql(
      'create table "carried_commitment" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_id" uuid not null, "through_id" uuid not null, "product_id" uuid not null, "since" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "carried_commitment_instance_id_id_index" on "carried_commitment" ("instance_id", "id")');
    this.addSql('create index "carried_commitment_through_id_id_index" on "carried_commitment" ("through_id", "id")');
    this.addSql('create index "carried_commitment_product_id_id_index" on "carried_commitment" ("product_id", "id")');
    this.addSql(
      'alter table "carried_commitment" add constraint "carried_commitment_instance_id_foreign" foreign key ("instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "carried_commitment" add constraint "carried_commitment_through_id_foreign" foreign key ("through_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "carried_commitment" add constraint "carried_commitment_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
  }
}
