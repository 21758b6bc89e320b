import { Migration } from '@mikro-orm/migrations';

export class M0065CampaignsAndPoints extends Migration {
  override up(): void {
    this.addSql(
      'create table "points_scheme" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "validity_months" int null, "min_redemption" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "points_scheme" add constraint "points_scheme_code_unique" unique ("code")');
    this.addSql('create index "points_scheme_name_id_index" on "points_scheme" ("name", "id")');
    this.addSql('create index "points_scheme_name_search" on "points_scheme" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "points_account" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "scheme_id" uuid not null, "balance" int not null, "lifetime_earned" int not null, "last_entry_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "points_account_customer_id_id_index" on "points_account" ("customer_id", "id")');
    this.addSql('create index "points_account_scheme_id_id_index" on "points_account" ("scheme_id", "id")');
    this.addSql('create index "points_account_balance_id_index" on "points_account" ("balance", "id")');
    this.addSql(
      'create unique index "points_account_customer_id_scheme_id_together_unique" on "points_account" ("customer_id", "scheme_id")',
    );
    this.addSql(
      'create table "campaign" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_no" varchar(40) not null, "name" varchar(200) not null, "purpose" text not null, "goal" varchar(2000) not null, "status" text not null, "version" int not null default 1, "planned_start" timestamptz(3) not null, "planned_end" timestamptz(3) not null, "automatic" boolean not null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "budget_amount" numeric null, "budget_currency" varchar(3) null, "owner_organization_id" uuid not null, "owner_id" uuid null, "region_id" uuid not null, "terms" varchar(4000) null, "support_order_id" uuid null, "configuration_order_id" uuid null, "configured_at" timestamptz(3) null, "configured_by" varchar(100) null, "start_objection" varchar(1000) null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('alter table "campaign" add constraint "campaign_campaign_no_unique" unique ("campaign_no")');
    this.addSql('create index "campaign_name_id_index" on "campaign" ("name", "id")');
    this.addSql('create index "campaign_name_search" on "campaign" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "campaign_status_id_index" on "campaign" ("status", "id")');
    this.addSql('create index "campaign_planned_start_id_index" on "campaign" ("planned_start", "id")');
    this.addSql('create index "campaign_planned_end_id_index" on "campaign" ("planned_end", "id")');
    this.addSql('create index "campaign_owner_organization_id_id_index" on "campaign" ("owner_organization_id", "id")');
    this.addSql('create index "campaign_owner_id_id_index" on "campaign" ("owner_id", "id")');
    this.addSql('create index "campaign_region_id_id_index" on "campaign" ("region_id", "id")');
    this.addSql('create index "campaign_support_order_id_id_index" on "campaign" ("support_order_id", "id")');
    this.addSql(
      'create index "campaign_configuration_order_id_id_index" on "campaign" ("configuration_order_id", "id")',
    );
    this.addSql(
      'create table "points_entry" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "entry_no" varchar(40) not null, "account_id" uuid not null, "operation" text not null, "type" text null, "points" int not null, "balance_after" int not null, "source" text not null, "key" varchar(100) not null, "occurred_at" timestamptz(3) not null, "expires_at" timestamptz(3) null, "reversal_of_id" uuid null, "campaign_id" uuid null, "mode" text null, "item" varchar(200) null, "reason" varchar(500) null, "recorded_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('alter table "points_entry" add constraint "points_entry_entry_no_unique" unique ("entry_no")');
    this.addSql('create index "points_entry_account_id_id_index" on "points_entry" ("account_id", "id")');
    this.addSql('create index "points_entry_operation_id_index" on "points_entry" ("operation", "id")');
    this.addSql('create index "points_entry_occurred_at_id_index" on "points_entry" ("occurred_at", "id")');
    this.addSql('create index "points_entry_expires_at_id_index" on "points_entry" ("expires_at", "id")');
    this.addSql('create index "points_entry_reversal_of_id_id_index" on "points_entry" ("reversal_of_id", "id")');
    this.addSql('create index "points_entry_campaign_id_id_index" on "points_entry" ("campaign_id", "id")');
    this.addSql(
      'create unique index "points_entry_reversal_of_id_current_unique" on "points_entry" ("reversal_of_id") where reversal_of_id is not null',
    );
    this.addSql('create unique index "points_entry_source_key_together_unique" on "points_entry" ("source", "key")');
    this.addSql(
      'create table "points_use" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "entry_id" uuid not null, "lot_id" uuid not null, "points" int not null, primary key ("id"))',
    );
    this.addSql('create index "points_use_entry_id_id_index" on "points_use" ("entry_id", "id")');
    this.addSql('create index "points_use_lot_id_id_index" on "points_use" ("lot_id", "id")');
    this.addSql(
      'create table "campaign_region" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "region_id" uuid not null, "chosen" boolean not null, primary key ("id"))',
    );
    this.addSql('create index "campaign_region_campaign_id_id_index" on "campaign_region" ("campaign_id", "id")');
    this.addSql('create index "campaign_region_region_id_id_index" on "campaign_region" ("region_id", "id")');
    this.addSql(
      'create unique index "campaign_region_campaign_id_region_id_together_unique" on "campaign_region" ("campaign_id", "region_id")',
    );
    this.addSql(
      'create table "campaign_objective" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "metric" varchar(60) not null, "unit" text not null, "currency" varchar(3) null, "target_value" numeric not null, "actual_value" numeric null, primary key ("id"))',
    );
    this.addSql('create index "campaign_objective_campaign_id_id_index" on "campaign_objective" ("campaign_id", "id")');
    this.addSql(
      'create unique index "campaign_objective_campaign_id_metric_together_unique" on "campaign_objective" ("campaign_id", "metric")',
    );
    this.addSql(
      'create table "campaign_participation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "customer_id" uuid not null, "outcome" text not null, "channel" text not null, "contacts" int not null default 0, "since" timestamptz(3) not null, "contacted_at" timestamptz(3) null, "responded_at" timestamptz(3) null, "converted_at" timestamptz(3) null, "order_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'create index "campaign_participation_campaign_id_id_index" on "campaign_participation" ("campaign_id", "id")',
    );
    this.addSql(
      'create index "campaign_participation_customer_id_id_index" on "campaign_participation" ("customer_id", "id")',
    );
    this.addSql('create index "campaign_participation_since_id_index" on "campaign_participation" ("since", "id")');
    this.addSql(
      'create index "campaign_participation_order_id_id_index" on "campaign_participation" ("order_id", "id")',
    );
    this.addSql(
      'create unique index "campaign_participation_campaign_id_customer_id_together_unique" on "campaign_participation" ("campaign_id", "customer_id")',
    );
    this.addSql(
      'create table "campaign_target" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "kind" text not null, "offering_id" uuid null, "segment_id" uuid null, "channel" text null, primary key ("id"))',
    );
    this.addSql('create index "campaign_target_campaign_id_id_index" on "campaign_target" ("campaign_id", "id")');
    this.addSql('create index "campaign_target_offering_id_id_index" on "campaign_target" ("offering_id", "id")');
    this.addSql('create index "campaign_target_segment_id_id_index" on "campaign_target" ("segment_id", "id")');
    this.addSql(
      'create unique index "campaign_target_campaign_id_channel_current_unique" on "campaign_target" ("campaign_id", "channel") where kind = \'CHANNEL\'',
    );
    this.addSql(
      'create unique index "campaign_target_campaign_id_segment_id_current_unique" on "campaign_target" ("campaign_id", "segment_id") where kind = \'SEGMENT\'',
    );
    this.addSql(
      'create unique index "campaign_target_campaign_id_offering_id_current_unique" on "campaign_target" ("campaign_id", "offering_id") where kind = \'OFFERING\'',
    );
    this.addSql(
      'create table "target_list" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "list_no" varchar(40) not null, "campaign_id" uuid not null, "name" varchar(200) not null, "origin" text not null, "condition" varchar(4000) null, "segment_codes" text[] not null, "control_percent" int not null, "status" text not null, "targets" int not null default 0, "controls" int not null default 0, "excluded" int not null default 0, "duplicates" int not null default 0, "built_at" timestamptz(3) null, "published_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "target_list" add constraint "target_list_list_no_unique" unique ("list_no")');
    this.addSql('create index "target_list_campaign_id_id_index" on "target_list" ("campaign_id", "id")');
    this.addSql('create index "target_list_status_id_index" on "target_list" ("status", "id")');
    this.addSql(
      'create table "target_member" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "list_id" uuid not null, "campaign_id" uuid not null, "customer_id" uuid not null, "group" text not null, "exclusion" text null, "listed_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "target_member_list_id_id_index" on "target_member" ("list_id", "id")');
    this.addSql('create index "target_member_campaign_id_id_index" on "target_member" ("campaign_id", "id")');
    this.addSql('create index "target_member_customer_id_id_index" on "target_member" ("customer_id", "id")');
    this.addSql(
      'create unique index "target_member_list_id_customer_id_together_unique" on "target_member" ("list_id", "customer_id")',
    );
    this.addSql(
      'create table "campaign_plan_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "seq" int not null, "kind" text not null, "name" varchar(200) not null, "requirement" varchar(4000) null, "offering_id" uuid null, "price_amount" numeric null, "price_currency" varchar(3) null, "discount_kind" text null, "discount_value" numeric null, "discount_currency" varchar(3) null, "tariff_plan_id" uuid null, "discount_id" uuid null, primary key ("id"))',
    );
    this.addSql('create index "campaign_plan_item_campaign_id_id_index" on "campaign_plan_item" ("campaign_id", "id")');
    this.addSql('create index "campaign_plan_item_offering_id_id_index" on "campaign_plan_item" ("offering_id", "id")');
    this.addSql(
      'create unique index "campaign_plan_item_campaign_id_seq_together_unique" on "campaign_plan_item" ("campaign_id", "seq")',
    );
    this.addSql(
      'create table "wave" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "campaign_id" uuid not null, "wave_no" int not null, "name" varchar(200) not null, "theme" varchar(500) null, "status" text not null, "planned_start" timestamptz(3) not null, "planned_end" timestamptz(3) not null, "channel" text not null, "target_list_id" uuid null, "started_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "wave_campaign_id_id_index" on "wave" ("campaign_id", "id")');
    this.addSql('create index "wave_status_id_index" on "wave" ("status", "id")');
    this.addSql('create index "wave_planned_start_id_index" on "wave" ("planned_start", "id")');
    this.addSql('create index "wave_planned_end_id_index" on "wave" ("planned_end", "id")');
    this.addSql('create index "wave_target_list_id_id_index" on "wave" ("target_list_id", "id")');
    this.addSql('create unique index "wave_campaign_id_wave_no_together_unique" on "wave" ("campaign_id", "wave_no")');
    this.addSql(
      'create table "campaign_event" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "event_no" varchar(40) not null, "participation_id" uuid not null, "campaign_id" uuid not null, "customer_id" uuid not null, "wave_id" uuid null, "outcome" text not null, "first" boolean not null, "group" text null, "channel" text not null, "occurred_at" timestamptz(3) not null, "content" varchar(2000) null, "offering_id" uuid null, "recorded_by" varchar(100) not null, "on_behalf_of" varchar(100) null, primary key ("id"))',
    );
    this.addSql('alter table "campaign_event" add constraint "campaign_event_event_no_unique" unique ("event_no")');
    this.addSql(
      'create index "campaign_event_participation_id_id_index" on "campaign_event" ("participation_id", "id")',
    );
    this.addSql('create index "campaign_event_campaign_id_id_index" on "campaign_event" ("campaign_id", "id")');
    this.addSql('create index "campaign_event_wave_id_id_index" on "campaign_event" ("wave_id", "id")');
    this.addSql('create index "campaign_event_occurred_at_id_index" on "campaign_event" ("occurred_at", "id")');
    this.addSql('create index "campaign_event_offering_id_id_index" on "campaign_event" ("offering_id", "id")');
    this.addSql(
      'create index "campaign_event_contacts" on "campaign_event" ("customer_id", "occurred_at") where "outcome" = \'CONTACTED\'',
    );
    this.addSql(
      'alter table "points_account" add constraint "points_account_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "points_account" add constraint "points_account_scheme_id_foreign" foreign key ("scheme_id") references "points_scheme" ("id") on update no action on delete restrict',
    );
    this.addSql('alter table "points_account" add constraint "points_account_covered" check ("balance" >= 0)');
    this.addSql(
      'alter table "campaign" add constraint "campaign_owner_organization_id_foreign" foreign key ("owner_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign" add constraint "campaign_owner_id_foreign" foreign key ("owner_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign" add constraint "campaign_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign" add constraint "campaign_support_order_id_foreign" foreign key ("support_order_id") references "collaboration_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign" add constraint "campaign_configuration_order_id_foreign" foreign key ("configuration_order_id") references "collaboration_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"campaign\" add constraint \"campaign_purpose_check\" check (\"purpose\" in ('ACQUIRE', 'CROSS_SELL', 'UP_SELL', 'RETAIN', 'WIN_BACK'))",
    );
    this.addSql(
      "alter table \"campaign\" add constraint \"campaign_status_check\" check (\"status\" in ('INITIAL', 'PENDING_APPROVAL', 'APPROVED', 'RUNNING', 'PAUSED', 'ENDED', 'ABORTED', 'CANCELLED'))",
    );
    this.addSql(
      'alter table "points_entry" add constraint "points_entry_account_id_foreign" foreign key ("account_id") references "points_account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "points_entry" add constraint "points_entry_reversal_of_id_foreign" foreign key ("reversal_of_id") references "points_entry" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "points_entry" add constraint "points_entry_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_operation_check\" check (\"operation\" in ('EARNED', 'REDEEMED', 'ADJUSTED', 'EXPIRED', 'REVERSED'))",
    );
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_type_check\" check (\"type\" in ('BASE', 'CONSUMPTION', 'BONUS', 'DEDUCTION'))",
    );
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_source_check\" check (\"source\" in ('BILLING', 'CAMPAIGN', 'ORDER', 'PARTNER', 'SURVEY', 'REDEMPTION', 'ADJUSTMENT', 'EXPIRY', 'REVERSAL'))",
    );
    this.addSql(
      "alter table \"points_entry\" add constraint \"points_entry_mode_check\" check (\"mode\" in ('GIFT', 'FREE_RESOURCE', 'CHARGE', 'CALL_TIME', 'OTHER'))",
    );
    this.addSql(
      "create or replace function \"points_entry_points_entry_guard_fn\"() returns trigger as $$ begin raise exception 'entries of points are never changed or removed' using errcode = 'insufficient_privilege'; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "points_entry_guard" BEFORE UPDATE OR DELETE on "points_entry" for each ROW execute function "points_entry_points_entry_guard_fn"()',
    );
    this.addSql(
      'alter table "points_use" add constraint "points_use_entry_id_foreign" foreign key ("entry_id") references "points_entry" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "points_use" add constraint "points_use_lot_id_foreign" foreign key ("lot_id") references "points_entry" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "create or replace function \"points_use_points_use_guard_fn\"() returns trigger as $$ begin raise exception 'uses of points are never changed or removed' using errcode = 'insufficient_privilege'; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "points_use_guard" BEFORE UPDATE OR DELETE on "points_use" for each ROW execute function "points_use_points_use_guard_fn"()',
    );
    this.addSql(
      'alter table "campaign_region" add constraint "campaign_region_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_region" add constraint "campaign_region_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_objective" add constraint "campaign_objective_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_objective" add constraint "campaign_objective_unit_check" check ("unit" in (\'COUNT\', \'AMOUNT\', \'PERCENT\'))',
    );
    this.addSql(
      'alter table "campaign_participation" add constraint "campaign_participation_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_participation" add constraint "campaign_participation_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_participation" add constraint "campaign_participation_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"campaign_participation\" add constraint \"campaign_participation_outcome_check\" check (\"outcome\" in ('UNREACHABLE', 'CONTACTED', 'REFUSED', 'RESPONDED', 'CONVERTED'))",
    );
    this.addSql(
      "alter table \"campaign_participation\" add constraint \"campaign_participation_channel_check\" check (\"channel\" in ('CALL_CENTRE', 'WEBSITE', 'DIRECT_MAIL', 'EMAIL', 'SMS', 'SALES_TEAM', 'POINT_OF_SALE'))",
    );
    this.addSql(
      'alter table "campaign_target" add constraint "campaign_target_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_target" add constraint "campaign_target_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_target" add constraint "campaign_target_segment_id_foreign" foreign key ("segment_id") references "customer_segment" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_target" add constraint "campaign_target_of_its_kind" check (("kind" = \'OFFERING\') = ("offering_id" is not null) and ("kind" = \'SEGMENT\') = ("segment_id" is not null) and ("kind" = \'CHANNEL\') = ("channel" is not null))',
    );
    this.addSql(
      'alter table "campaign_target" add constraint "campaign_target_kind_check" check ("kind" in (\'OFFERING\', \'SEGMENT\', \'CHANNEL\'))',
    );
    this.addSql(
      "alter table \"campaign_target\" add constraint \"campaign_target_channel_check\" check (\"channel\" in ('CALL_CENTRE', 'WEBSITE', 'DIRECT_MAIL', 'EMAIL', 'SMS', 'SALES_TEAM', 'POINT_OF_SALE'))",
    );
    this.addSql(
      'alter table "target_list" add constraint "target_list_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "target_list" add constraint "target_list_origin_check" check ("origin" in (\'RULE\', \'SEGMENTS\', \'HAND\'))',
    );
    this.addSql(
      "alter table \"target_list\" add constraint \"target_list_status_check\" check (\"status\" in ('BUILDING', 'READY', 'PUBLISHED', 'DISCARDED'))",
    );
    this.addSql(
      'alter table "target_member" add constraint "target_member_list_id_foreign" foreign key ("list_id") references "target_list" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "target_member" add constraint "target_member_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "target_member" add constraint "target_member_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "target_member" add constraint "target_member_group_check" check ("group" in (\'TARGET\', \'CONTROL\'))',
    );
    this.addSql(
      'alter table "target_member" add constraint "target_member_exclusion_check" check ("exclusion" in (\'BLACK_LIST\', \'TOO_OFTEN\'))',
    );
    this.addSql(
      "create or replace function \"target_member_target_member_frozen_fn\"() returns trigger as $$ begin if tg_op = 'UPDATE' and to_jsonb(new) - array['customer_id', 'updated_at'] = to_jsonb(old) - array['customer_id', 'updated_at'] then return new; end if; if exists (select from \"target_list\" \"l\" where \"l\".\"id\" = (case when tg_op = 'DELETE' then old.\"list_id\" else new.\"list_id\" end) and \"l\".\"status\" = 'PUBLISHED') then raise exception 'a published target list is never changed' using errcode = 'check_violation'; end if; return case when tg_op = 'DELETE' then old else new end; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "target_member_frozen" BEFORE INSERT OR UPDATE OR DELETE on "target_member" for each ROW execute function "target_member_target_member_frozen_fn"()',
    );
    this.addSql(
      'alter table "campaign_plan_item" add constraint "campaign_plan_item_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_plan_item" add constraint "campaign_plan_item_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_plan_item" add constraint "campaign_plan_item_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_plan_item" add constraint "campaign_plan_item_discount_id_foreign" foreign key ("discount_id") references "discount" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"campaign_plan_item\" add constraint \"campaign_plan_item_kind_check\" check (\"kind\" in ('NEW_PRODUCT', 'BUNDLE', 'PRICE', 'DISCOUNT'))",
    );
    this.addSql(
      "alter table \"campaign_plan_item\" add constraint \"campaign_plan_item_discount_kind_check\" check (\"discount_kind\" in ('AMOUNT', 'PERCENT', 'TOTAL', 'WAIVE', 'FREE_PERIODS', 'GIFT', 'POINTS'))",
    );
    this.addSql(
      'alter table "wave" add constraint "wave_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "wave" add constraint "wave_target_list_id_foreign" foreign key ("target_list_id") references "target_list" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"wave\" add constraint \"wave_status_check\" check (\"status\" in ('PLANNED', 'RUNNING', 'DONE', 'SKIPPED'))",
    );
    this.addSql(
      "alter table \"wave\" add constraint \"wave_channel_check\" check (\"channel\" in ('CALL_CENTRE', 'WEBSITE', 'DIRECT_MAIL', 'EMAIL', 'SMS', 'SALES_TEAM', 'POINT_OF_SALE'))",
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_participation_id_foreign" foreign key ("participation_id") references "campaign_participation" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_campaign_id_foreign" foreign key ("campaign_id") references "campaign" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_wave_id_foreign" foreign key ("wave_id") references "wave" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"campaign_event\" add constraint \"campaign_event_outcome_check\" check (\"outcome\" in ('UNREACHABLE', 'CONTACTED', 'REFUSED', 'RESPONDED', 'CONVERTED'))",
    );
    this.addSql(
      'alter table "campaign_event" add constraint "campaign_event_group_check" check ("group" in (\'TARGET\', \'CONTROL\'))',
    );
    this.addSql(
      "alter table \"campaign_event\" add constraint \"campaign_event_channel_check\" check (\"channel\" in ('CALL_CENTRE', 'WEBSITE', 'DIRECT_MAIL', 'EMAIL', 'SMS', 'SALES_TEAM', 'POINT_OF_SALE'))",
    );
  }
}
