import { Migration } from '@mikro-orm/migrations';

export class M0021SoldVersionsAndSla extends Migration {
  override up(): void {
    this.addSql(
      'create table "sla_candidate" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "unit" varchar(20) not null, "indicator_class" text not null, "direction" text not null, "value_kind" text not null, "source" varchar(100) not null, "status" text not null, "proposed_by" varchar(100) not null, "decided_by" varchar(100) null, "decided_at" timestamptz(3) null, "indicator_id" uuid null, primary key ("id"))',
    );
    this.addSql('create index "sla_candidate_code_id_index" on "sla_candidate" ("code", "id")');
    this.addSql('create index "sla_candidate_name_id_index" on "sla_candidate" ("name", "id")');
    this.addSql('create index "sla_candidate_name_search" on "sla_candidate" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "sla_candidate_source_id_index" on "sla_candidate" ("source", "id")');
    this.addSql('create index "sla_candidate_status_id_index" on "sla_candidate" ("status", "id")');
    this.addSql('create index "sla_candidate_indicator_id_id_index" on "sla_candidate" ("indicator_id", "id")');
    this.addSql(
      'create table "sla_cost_band" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "item_id" uuid not null, "from" numeric not null, "to" numeric not null, "cost_amount" numeric not null, "cost_currency" varchar(3) not null, primary key ("id"))',
    );
    this.addSql('create index "sla_cost_band_item_id_id_index" on "sla_cost_band" ("item_id", "id")');
    this.addSql('alter table "sla_indicator" add "active" boolean not null default true');
    this.addSql('alter table "offering_instance" add "offering_version_id" uuid null');
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_offering_version_id_foreign" foreign key ("offering_version_id") references "offering_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "offering_instance_offering_version_id_id_index" on "offering_instance" ("offering_version_id", "id")',
    );
    this.addSql('alter table "product_instance" add "product_version_id" uuid null');
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_product_version_id_foreign" foreign key ("product_version_id") references "product_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "product_instance_product_version_id_id_index" on "product_instance" ("product_version_id", "id")',
    );
    this.addSql('alter table "order_item" add "offering_version_id" uuid null');
    this.addSql(
      'alter table "order_item" add constraint "order_item_offering_version_id_foreign" foreign key ("offering_version_id") references "offering_version" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "order_item_offering_version_id_id_index" on "order_item" ("offering_version_id", "id")');
    this.addSql('alter table "order_item_component" add "product_version_id" uuid null');
    this.addSql(
      'alter table "order_item_component" add constraint "order_item_component_product_version_id_foreign" foreign key ("product_version_id") references "product_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "order_item_component_product_version_id_id_index" on "order_item_component" ("product_version_id", "id")',
    );
    this.addSql(
      'alter table "sla_candidate" add constraint "sla_candidate_indicator_id_foreign" foreign key ("indicator_id") references "sla_indicator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"sla_candidate\" add constraint \"sla_candidate_indicator_class_check\" check (\"indicator_class\" in ('PROVISIONING', 'AVAILABILITY', 'REPAIR', 'QUALITY', 'SERVICE'))",
    );
    this.addSql(
      'alter table "sla_candidate" add constraint "sla_candidate_direction_check" check ("direction" in (\'HIGHER_BETTER\', \'LOWER_BETTER\'))',
    );
    this.addSql(
      'alter table "sla_candidate" add constraint "sla_candidate_value_kind_check" check ("value_kind" in (\'DISCRETE\', \'CONTINUOUS\'))',
    );
    this.addSql(
      'alter table "sla_candidate" add constraint "sla_candidate_status_check" check ("status" in (\'PROPOSED\', \'ACCEPTED\', \'REJECTED\'))',
    );
    this.addSql(
      'alter table "sla_cost_band" add constraint "sla_cost_band_item_id_foreign" foreign key ("item_id") references "sla_template_item" ("id") on update no action on delete restrict',
    );
  }
}
