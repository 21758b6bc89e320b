import { Migration } from '@mikro-orm/migrations';

export class M0051ShortagesRechargesLinesAndConsultations extends Migration {
  override up(): void {
    this.addSql(
      'create table "collaboration_system_dispatch" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_id" uuid not null, "system" varchar(60) not null, "round" int not null, "detail" varchar(4000) not null, "status" text not null, "dispatched_at" timestamptz(3) null, "attempts" int not null default 0, "error" varchar(500) null, "external_ref" varchar(100) null, "due_at" timestamptz(3) null, "overdue" boolean not null default false, "handler" varchar(100) null, "result" text null, "reply" varchar(4000) null, "replied_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "collaboration_system_dispatch_order_id_id_index" on "collaboration_system_dispatch" ("order_id", "id")',
    );
    this.addSql(
      'create index "collaboration_system_dispatch_system_id_index" on "collaboration_system_dispatch" ("system", "id")',
    );
    this.addSql(
      'create index "collaboration_system_dispatch_status_id_index" on "collaboration_system_dispatch" ("status", "id")',
    );
    this.addSql(
      'create index "collaboration_system_dispatch_due" on "collaboration_system_dispatch" ("due_at") where "status" in (\'WAITING\', \'SENT\') and not "overdue"',
    );
    this.addSql(
      'create unique index "collaboration_system_dispatch_order_id_system_current_unique" on "collaboration_system_dispatch" ("order_id", "system") where status in (\'WAITING\', \'SENT\')',
    );
    this.addSql(
      'create table "recharge" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "recharge_no" varchar(30) not null, "customer_id" uuid not null, "region_id" uuid not null, "card_no" varchar(40) not null, "status" text not null, "value_amount" numeric null, "value_currency" varchar(3) null, "request_key" varchar(100) not null, "content_digest" varchar(64) not null, "refusal_code" varchar(40) null, "external_ref" varchar(100) null, "requested_by" varchar(100) not null, "requested_at" timestamptz(3) not null, "settled_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "recharge" add constraint "recharge_recharge_no_unique" unique ("recharge_no")');
    this.addSql('create index "recharge_customer_id_id_index" on "recharge" ("customer_id", "id")');
    this.addSql('create index "recharge_region_id_id_index" on "recharge" ("region_id", "id")');
    this.addSql('create index "recharge_card_no_id_index" on "recharge" ("card_no", "id")');
    this.addSql('create index "recharge_status_id_index" on "recharge" ("status", "id")');
    this.addSql('create index "recharge_refusal_code_id_index" on "recharge" ("refusal_code", "id")');
    this.addSql('create index "recharge_requested_by_id_index" on "recharge" ("requested_by", "id")');
    this.addSql('create index "recharge_requested_at_id_index" on "recharge" ("requested_at", "id")');
    this.addSql(
      'create unique index "recharge_card_no_current_unique" on "recharge" ("card_no") where status in (\'REQUESTED\', \'CREDITED\')',
    );
    this.addSql(
      'create unique index "recharge_customer_id_request_key_together_unique" on "recharge" ("customer_id", "request_key")',
    );
    this.addSql(
      'create table "resource_shortage" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "region_id" uuid not null, "since" timestamptz(3) not null, "expected_at" timestamptz(3) null, "missing" int null, "remark" varchar(500) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "resource_shortage_type_id_id_index" on "resource_shortage" ("type_id", "id")');
    this.addSql('create index "resource_shortage_region_id_id_index" on "resource_shortage" ("region_id", "id")');
    this.addSql('create index "resource_shortage_since_id_index" on "resource_shortage" ("since", "id")');
    this.addSql('create index "resource_shortage_expected_at_id_index" on "resource_shortage" ("expected_at", "id")');
    this.addSql('create index "resource_shortage_ended_at_id_index" on "resource_shortage" ("ended_at", "id")');
    this.addSql(
      'create unique index "resource_shortage_type_id_region_id_current_unique" on "resource_shortage" ("type_id", "region_id") where ended_at is null',
    );
    this.addSql(
      'create table "shortage_report" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system" varchar(100) not null, "message_id" varchar(100) not null, "type_code" varchar(40) not null, "region_code" varchar(40) null, "state" text not null, "at" timestamptz(3) not null, "shortage_id" uuid null, "applied" boolean not null, primary key ("id"))',
    );
    this.addSql('create index "shortage_report_system_id_index" on "shortage_report" ("system", "id")');
    this.addSql('create index "shortage_report_type_code_id_index" on "shortage_report" ("type_code", "id")');
    this.addSql('create index "shortage_report_at_id_index" on "shortage_report" ("at", "id")');
    this.addSql('create index "shortage_report_shortage_id_id_index" on "shortage_report" ("shortage_id", "id")');
    this.addSql(
      'create unique index "shortage_report_system_message_id_together_unique" on "shortage_report" ("system", "message_id")',
    );
    this.addSql(
      'create table "number_sync" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type_id" uuid not null, "holder_id" uuid not null, "exchange" varchar(20) null, "status" text not null, "started_by" varchar(100) not null, "started_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "last_number" varchar(60) null, "read" int not null default 0, "added" int not null default 0, "changed" int not null default 0, "contradicting" int not null default 0, primary key ("id"))',
    );
    this.addSql('create index "number_sync_type_id_id_index" on "number_sync" ("type_id", "id")');
    this.addSql('create index "number_sync_holder_id_id_index" on "number_sync" ("holder_id", "id")');
    this.addSql('create index "number_sync_status_id_index" on "number_sync" ("status", "id")');
    this.addSql('create index "number_sync_started_at_id_index" on "number_sync" ("started_at", "id")');
    this.addSql(
      'create unique index "number_sync_type_id_current_unique" on "number_sync" ("type_id") where status = \'RUNNING\'',
    );
    this.addSql(
      'create table "number_sync_difference" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "sync_id" uuid not null, "number" varchar(60) not null, "kind" text not null, "item_id" uuid null, primary key ("id"))',
    );
    this.addSql('create index "number_sync_difference_sync_id_id_index" on "number_sync_difference" ("sync_id", "id")');
    this.addSql('create index "number_sync_difference_number_id_index" on "number_sync_difference" ("number", "id")');
    this.addSql('create index "number_sync_difference_kind_id_index" on "number_sync_difference" ("kind", "id")');
    this.addSql('create index "number_sync_difference_item_id_id_index" on "number_sync_difference" ("item_id", "id")');
    this.addSql(
      'create unique index "number_sync_difference_sync_id_number_together_unique" on "number_sync_difference" ("sync_id", "number")',
    );
    this.addSql(
      'create table "recharge_credit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "recharge_id" uuid not null, "position" int not null, "account_id" uuid not null, "product_instance_id" uuid null, "asked" numeric null, "amount_amount" numeric null, "amount_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql('create index "recharge_credit_recharge_id_id_index" on "recharge_credit" ("recharge_id", "id")');
    this.addSql('create index "recharge_credit_account_id_id_index" on "recharge_credit" ("account_id", "id")');
    this.addSql(
      'create index "recharge_credit_product_instance_id_id_index" on "recharge_credit" ("product_instance_id", "id")',
    );
    this.addSql(
      'create unique index "recharge_credit_recharge_id_position_together_unique" on "recharge_credit" ("recharge_id", "position")',
    );
    this.addSql(
      'alter table "collaboration_order" add "opinion_wanted" boolean not null default false, add "system" varchar(60) null, add "system_message_id" varchar(100) null, add "system_requester" varchar(200) null, add "system_sent_at" timestamptz(3) null, add "system_answered_at" timestamptz(3) null',
    );
    this.addSql('create index "collaboration_order_system_id_index" on "collaboration_order" ("system", "id")');
    this.addSql(
      'create unique index "collaboration_order_system_system_message_id_together_unique" on "collaboration_order" ("system", "system_message_id")',
    );
    this.addSql('alter table "collaboration_dispatch" add "opinion" text null');
    this.addSql(
      'alter table "collaboration_dispatch" add constraint "collaboration_dispatch_opinion_check" check ("opinion" in (\'AGREE\', \'DISAGREE\'))',
    );
    this.addSql('alter table "order_item" add "waits_for_stock" boolean not null default false');
    this.addSql(
      'alter table "collaboration_system_dispatch" add constraint "collaboration_system_dispatch_order_id_foreign" foreign key ("order_id") references "collaboration_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"collaboration_system_dispatch\" add constraint \"collaboration_system_dispatch_status_check\" check (\"status\" in ('WAITING', 'SENT', 'REPLIED', 'REPLACED', 'CANCELLED'))",
    );
    this.addSql(
      'alter table "collaboration_system_dispatch" add constraint "collaboration_system_dispatch_result_check" check ("result" in (\'DONE\', \'REFUSED\'))',
    );
    this.addSql(
      'alter table "recharge" add constraint "recharge_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "recharge" add constraint "recharge_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "recharge" add constraint "recharge_status_check" check ("status" in (\'REQUESTED\', \'CREDITED\', \'REFUSED\'))',
    );
    this.addSql(
      'alter table "resource_shortage" add constraint "resource_shortage_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "resource_shortage" add constraint "resource_shortage_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shortage_report" add constraint "shortage_report_shortage_id_foreign" foreign key ("shortage_id") references "resource_shortage" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shortage_report" add constraint "shortage_report_state_check" check ("state" in (\'SHORT\', \'AVAILABLE\'))',
    );
    this.addSql(
      'alter table "number_sync" add constraint "number_sync_type_id_foreign" foreign key ("type_id") references "resource_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_sync" add constraint "number_sync_holder_id_foreign" foreign key ("holder_id") references "stock_holder" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_sync" add constraint "number_sync_status_check" check ("status" in (\'RUNNING\', \'DONE\'))',
    );
    this.addSql(
      'alter table "number_sync_difference" add constraint "number_sync_difference_sync_id_foreign" foreign key ("sync_id") references "number_sync" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_sync_difference" add constraint "number_sync_difference_item_id_foreign" foreign key ("item_id") references "resource_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "number_sync_difference" add constraint "number_sync_difference_kind_check" check ("kind" in (\'USED_OUTSIDE\', \'FREE_OUTSIDE\', \'UNKNOWN_IN_USE\'))',
    );
    this.addSql(
      'alter table "recharge_credit" add constraint "recharge_credit_recharge_id_foreign" foreign key ("recharge_id") references "recharge" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "recharge_credit" add constraint "recharge_credit_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "recharge_credit" add constraint "recharge_credit_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
  }
}
