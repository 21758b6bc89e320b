import { Migration } from '@mikro-orm/migrations';

export class M0060Supervision extends Migration {
  override up(): void {
    this.addSql(
      'create table "product_requirement" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "kind" text not null, "code" varchar(60) not null, "name" varchar(200) not null, "quantity" int not null, primary key ("id"))',
    );
    this.addSql('create index "product_requirement_product_id_id_index" on "product_requirement" ("product_id", "id")');
    this.addSql(
      'create unique index "product_requirement_product_id_kind_code_together_unique" on "product_requirement" ("product_id", "kind", "code")',
    );
    this.addSql(
      'create table "service_order_intervention" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "intervention_no" varchar(40) not null, "service_order_id" uuid not null, "kind" text not null, "status" text not null, "reason" varchar(500) not null, "characteristics" jsonb not null, "request_key" varchar(100) null, "attempt" int not null, "requested_by" varchar(100) not null, "requested_at" timestamptz(3) not null, "delivered_at" timestamptz(3) null, "accepted_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "reply" varchar(500) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "service_order_intervention" add constraint "service_order_intervention_intervention_no_unique" unique ("intervention_no")',
    );
    this.addSql(
      'create index "service_order_intervention_service_order_id_id_index" on "service_order_intervention" ("service_order_id", "id")',
    );
    this.addSql(
      'create index "service_order_intervention_status_id_index" on "service_order_intervention" ("status", "id")',
    );
    this.addSql(
      'create index "service_order_intervention_requested_at_id_index" on "service_order_intervention" ("requested_at", "id")',
    );
    this.addSql(
      'create unique index "service_order_intervention_service_order_id_kind_current_unique" on "service_order_intervention" ("service_order_id", "kind") where status in (\'REQUESTED\', \'ACCEPTED\')',
    );
    this.addSql(
      'create unique index "service_order_intervention_service_order_id_request_key_togethe" on "service_order_intervention" ("service_order_id", "request_key")',
    );
    this.addSql(
      'create table "service_order_activity" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "service_order_id" uuid not null, "attempt" int not null, "code" varchar(60) not null, "name" varchar(200) not null, "state" text not null, "operator" varchar(200) null, "started_at" timestamptz(3) null, "due_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "reported_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql(
      'create index "service_order_activity_service_order_id_id_index" on "service_order_activity" ("service_order_id", "id")',
    );
    this.addSql(
      'create unique index "service_order_activity_service_order_id_attempt_code_together_u" on "service_order_activity" ("service_order_id", "attempt", "code")',
    );
    this.addSql(
      'alter table "product" add "supervised" boolean not null default false, add "process_template_id" uuid null',
    );
    this.addSql(
      'alter table "product" add constraint "product_process_template_id_foreign" foreign key ("process_template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "product_process_template_id_id_index" on "product" ("process_template_id", "id")');
    this.addSql('alter table "customer_order" add "supervised" boolean not null default false');
    this.addSql('create index "customer_order_supervised_id_index" on "customer_order" ("supervised", "id")');
    this.addSql(
      'alter table "service_order" add "held_at" timestamptz(3) null, add "open_interventions" int not null default 0',
    );
    this.addSql(
      'alter table "product_requirement" add constraint "product_requirement_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_requirement" add constraint "product_requirement_kind_check" check ("kind" in (\'RESOURCE\', \'SERVICE\'))',
    );
    this.addSql(
      'alter table "service_order_intervention" add constraint "service_order_intervention_service_order_id_foreign" foreign key ("service_order_id") references "service_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"service_order_intervention\" add constraint \"service_order_intervention_kind_check\" check (\"kind\" in ('URGE', 'HOLD', 'RESUME', 'CHANGE', 'CANCEL', 'RESEND'))",
    );
    this.addSql(
      "alter table \"service_order_intervention\" add constraint \"service_order_intervention_status_check\" check (\"status\" in ('REQUESTED', 'ACCEPTED', 'DONE', 'REFUSED'))",
    );
    this.addSql(
      'alter table "service_order_activity" add constraint "service_order_activity_service_order_id_foreign" foreign key ("service_order_id") references "service_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"service_order_activity\" add constraint \"service_order_activity_state_check\" check (\"state\" in ('PENDING', 'IN_PROGRESS', 'DONE', 'FAILED'))",
    );
    // Orders that were under way before are supervised by what their customers are now.
    this.addSql(
      `update "customer_order" "o" set "supervised" = true from "customer" "c" where "c"."id" = "o"."customer_id" and "c"."customer_type" in ('BIG', 'COMMERCIAL')`,
    );
  }
}
