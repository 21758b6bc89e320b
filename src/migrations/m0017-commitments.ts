import { Migration } from '@mikro-orm/migrations';

export class M0017Commitments extends Migration {
  override up(): void {
    this.addSql(
      'create table "lifecycle_control_kind" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "fulfilled" varchar(2000) not null, "active" boolean not null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'alter table "lifecycle_control_kind" add constraint "lifecycle_control_kind_code_unique" unique ("code")',
    );
    this.addSql(
      'create table "offering_service" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_id" uuid not null, "service" text not null, primary key ("id"))',
    );
    this.addSql('create index "offering_service_offering_id_id_index" on "offering_service" ("offering_id", "id")');
    this.addSql(
      'create unique index "offering_service_offering_id_service_together_unique" on "offering_service" ("offering_id", "service")',
    );
    this.addSql(
      'alter table "order_item" add "penalty_amount" numeric null, add "penalty_currency" varchar(3) null, add "replacement_plan_id" uuid null',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_replacement_plan_id_foreign" foreign key ("replacement_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "order_item_replacement_plan_id_id_index" on "order_item" ("replacement_plan_id", "id")');
    this.addSql('alter table "offering_component" drop constraint "offering_component_lifecycle_control_check"');
    this.addSql(
      'alter table "offering_component" add "control_kind_id" uuid null, add "control_values" text[] not null default \'{}\', add "guarded_services" text[] not null default \'{REMOVE}\', add "penalty_formula" varchar(2000) null, add "replacement_plan_id" uuid null',
    );
    // What was bundled before is guarded against its removal.
    this.addSql(
      'alter table "offering_component" alter "control_values" drop default, alter "guarded_services" drop default',
    );
    this.addSql(
      'alter table "offering_component" add constraint "offering_component_control_kind_id_foreign" foreign key ("control_kind_id") references "lifecycle_control_kind" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_component" add constraint "offering_component_replacement_plan_id_foreign" foreign key ("replacement_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "offering_component_control_kind_id_id_index" on "offering_component" ("control_kind_id", "id")',
    );
    this.addSql(
      'create index "offering_component_replacement_plan_id_id_index" on "offering_component" ("replacement_plan_id", "id")',
    );
    this.addSql(
      "alter table \"offering_component\" add constraint \"offering_component_lifecycle_control_check\" check (\"lifecycle_control\" in ('NONE', 'ABSOLUTE_TIME', 'RELATIVE_TIME', 'SPEND_AMOUNT', 'OTHER'))",
    );
    this.addSql(
      'alter table "offering_service" add constraint "offering_service_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"offering_service\" add constraint \"offering_service_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
  }
}
