import { Migration } from '@mikro-orm/migrations';

/** Proposals keep what pieces of a bundle were chosen. */
export class M0136ChosenPiecesOfProposals extends Migration {
  override up(): void {
    this.addSql(
      'create table "proposal_item_component" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "proposal_item_id" uuid not null, "product_id" uuid not null, "quantity" int not null, primary key ("id"))',
    );
    this.addSql(
      'create index "proposal_item_component_proposal_item_id_id_index" on "proposal_item_component" ("proposal_item_id", "id")',
    );
    this.addSql(
      'create index "proposal_item_component_product_id_id_index" on "proposal_item_component" ("product_id", "id")',
    );
    this.addSql(
      'create unique index "proposal_item_component_proposal_item_id_product_id_together_un" on "proposal_item_component" ("proposal_item_id", "product_id")',
    );
    this.addSql(
      'alter table "proposal_item_component" add constraint "proposal_item_component_proposal_item_id_foreign" foreign key ("proposal_item_id") references "proposal_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal_item_component" add constraint "proposal_item_component_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
  }
}
