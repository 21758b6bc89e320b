import { Migration } from '@mikro-orm/migrations';

export class M0068Sales extends Migration {
  override up(): void {
    this.addSql(
      'create table "opportunity" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "opportunity_no" varchar(40) not null, "name" varchar(200) not null, "customer_id" uuid not null, "region_id" uuid not null, "decision_maker_id" uuid null, "intention" text not null, "status" text not null, "source" text not null, "campaign_event_id" uuid null, "contact_event_id" uuid null, "cancelled_order_id" uuid null, "need" varchar(4000) null, "complexity" text not null, "major" boolean not null, "competitors" text[] not null, "probability" int not null, "expected_amount_amount" numeric null, "expected_amount_currency" varchar(3) null, "weighted_amount" numeric null, "expected_close_on" date null, "forecast_note" varchar(1000) null, "valid_until" timestamptz(3) not null, "seller_id" uuid null, "lost_reason" text null, "close_note" varchar(2000) null, "closed_at" timestamptz(3) null, "contract_id" uuid null, "order_id" uuid null, "recorded_by" varchar(100) not null, "version" int not null default 1, "source_channel" varchar(60) null, "provider" varchar(200) null, "team_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_opportunity_no_unique" unique ("opportunity_no")',
    );
    this.addSql('create index "opportunity_name_id_index" on "opportunity" ("name", "id")');
    this.addSql('create index "opportunity_name_search" on "opportunity" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "opportunity_customer_id_id_index" on "opportunity" ("customer_id", "id")');
    this.addSql('create index "opportunity_region_id_id_index" on "opportunity" ("region_id", "id")');
    this.addSql('create index "opportunity_decision_maker_id_id_index" on "opportunity" ("decision_maker_id", "id")');
    this.addSql('create index "opportunity_intention_id_index" on "opportunity" ("intention", "id")');
    this.addSql('create index "opportunity_status_id_index" on "opportunity" ("status", "id")');
    this.addSql('create index "opportunity_source_id_index" on "opportunity" ("source", "id")');
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_campaign_event_id_foreign" foreign key ("campaign_event_id") references "campaign_event" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "opportunity_campaign_event_id_id_index" on "opportunity" ("campaign_event_id", "id")');
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_team_id_foreign" foreign key ("team_id") references "virtual_team" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "opportunity_source_channel_id_index" on "opportunity" ("source_channel", "id")');
    this.addSql('create index "opportunity_team_id_id_index" on "opportunity" ("team_id", "id")');
    this.addSql('create index "opportunity_contact_event_id_id_index" on "opportunity" ("contact_event_id", "id")');
    this.addSql('create index "opportunity_cancelled_order_id_id_index" on "opportunity" ("cancelled_order_id", "id")');
    this.addSql('create index "opportunity_probability_id_index" on "opportunity" ("probability", "id")');
    this.addSql('create index "opportunity_expected_close_on_id_index" on "opportunity" ("expected_close_on", "id")');
    this.addSql('create index "opportunity_valid_until_id_index" on "opportunity" ("valid_until", "id")');
    this.addSql('create index "opportunity_seller_id_id_index" on "opportunity" ("seller_id", "id")');
    this.addSql('create index "opportunity_lost_reason_id_index" on "opportunity" ("lost_reason", "id")');
    this.addSql('create index "opportunity_closed_at_id_index" on "opportunity" ("closed_at", "id")');
    this.addSql('create index "opportunity_contract_id_id_index" on "opportunity" ("contract_id", "id")');
    this.addSql('create index "opportunity_order_id_id_index" on "opportunity" ("order_id", "id")');
    this.addSql(
      'create table "opportunity_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "kind" text not null, "later_id" uuid not null, "earlier_id" uuid not null, "related_at" timestamptz(3) not null, "related_by" varchar(100) not null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "opportunity_relation_later_id_id_index" on "opportunity_relation" ("later_id", "id")');
    this.addSql(
      'create index "opportunity_relation_earlier_id_id_index" on "opportunity_relation" ("earlier_id", "id")',
    );
    this.addSql(
      'create unique index "opportunity_relation_later_id_earlier_id_together_unique" on "opportunity_relation" ("later_id", "earlier_id")',
    );
    this.addSql(
      'create table "opportunity_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "opportunity_id" uuid not null, "offering_id" uuid not null, "quantity" int not null, "estimated_amount_amount" numeric null, "estimated_amount_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "opportunity_line_opportunity_id_id_index" on "opportunity_line" ("opportunity_id", "id")',
    );
    this.addSql('create index "opportunity_line_offering_id_id_index" on "opportunity_line" ("offering_id", "id")');
    this.addSql(
      'create unique index "opportunity_line_opportunity_id_offering_id_together_unique" on "opportunity_line" ("opportunity_id", "offering_id")',
    );
    this.addSql(
      'create table "opportunity_instance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "opportunity_id" uuid not null, "product_instance_id" uuid not null, primary key ("id"))',
    );
    this.addSql(
      'create index "opportunity_instance_opportunity_id_id_index" on "opportunity_instance" ("opportunity_id", "id")',
    );
    this.addSql(
      'create index "opportunity_instance_product_instance_id_id_index" on "opportunity_instance" ("product_instance_id", "id")',
    );
    this.addSql(
      'create unique index "opportunity_instance_opportunity_id_product_instance_id_togethe" on "opportunity_instance" ("opportunity_id", "product_instance_id")',
    );
    this.addSql(
      'create table "appointment" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "appointment_no" varchar(40) not null, "customer_id" uuid not null, "region_id" uuid not null, "kind" text not null, "subject" varchar(500) not null, "status" text not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "place" varchar(400) null, "employee_id" uuid not null, "opportunity_id" uuid null, "ticket_id" uuid null, "order_id" uuid null, "remind_at" timestamptz(3) null, "outcome" varchar(2000) null, "booked_by" varchar(100) not null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_appointment_no_unique" unique ("appointment_no")',
    );
    this.addSql('create index "appointment_customer_id_id_index" on "appointment" ("customer_id", "id")');
    this.addSql('create index "appointment_region_id_id_index" on "appointment" ("region_id", "id")');
    this.addSql('create index "appointment_kind_id_index" on "appointment" ("kind", "id")');
    this.addSql('create index "appointment_status_id_index" on "appointment" ("status", "id")');
    this.addSql('create index "appointment_starts_at_id_index" on "appointment" ("starts_at", "id")');
    this.addSql('create index "appointment_ends_at_id_index" on "appointment" ("ends_at", "id")');
    this.addSql('create index "appointment_employee_id_id_index" on "appointment" ("employee_id", "id")');
    this.addSql('create index "appointment_opportunity_id_id_index" on "appointment" ("opportunity_id", "id")');
    this.addSql('create index "appointment_ticket_id_id_index" on "appointment" ("ticket_id", "id")');
    this.addSql('create index "appointment_order_id_id_index" on "appointment" ("order_id", "id")');
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_decision_maker_id_foreign" foreign key ("decision_maker_id") references "contact_person" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_contact_event_id_foreign" foreign key ("contact_event_id") references "contact_event" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_cancelled_order_id_foreign" foreign key ("cancelled_order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_seller_id_foreign" foreign key ("seller_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_contract_id_foreign" foreign key ("contract_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_intention_check" check ("intention" in (\'ADD\', \'CHANGE\', \'REMOVE\'))',
    );
    this.addSql(
      "alter table \"opportunity\" add constraint \"opportunity_status_check\" check (\"status\" in ('NEW', 'NEED_KNOWN', 'NEGOTIATION', 'WON', 'LOST', 'SUPERSEDED'))",
    );
    this.addSql(
      "alter table \"opportunity\" add constraint \"opportunity_source_check\" check (\"source\" in ('CAMPAIGN', 'SERVICE_REQUEST', 'CUSTOMER_CONTACT', 'CUSTOMER_VISIT', 'ORDER_CANCELLED', 'RETENTION', 'PARTNER', 'OTHER'))",
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_complexity_check" check ("complexity" in (\'SIMPLE\', \'COMPLEX\'))',
    );
    this.addSql(
      "alter table \"opportunity\" add constraint \"opportunity_lost_reason_check\" check (\"lost_reason\" in ('CUSTOMER_REFUSED', 'VALIDITY_PASSED', 'NO_SUITABLE_PRODUCT', 'PRICE', 'COMPETITOR', 'NOT_FEASIBLE', 'OTHER'))",
    );
    this.addSql(
      'alter table "opportunity_relation" add constraint "opportunity_relation_later_id_foreign" foreign key ("later_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity_relation" add constraint "opportunity_relation_earlier_id_foreign" foreign key ("earlier_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"opportunity_relation\" add constraint \"opportunity_relation_kind_check\" check (\"kind\" in ('SPLIT_FROM', 'MERGED_FROM', 'CONVERTED_FROM', 'REGENERATED_FROM'))",
    );
    this.addSql(
      'alter table "opportunity_line" add constraint "opportunity_line_opportunity_id_foreign" foreign key ("opportunity_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity_line" add constraint "opportunity_line_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity_instance" add constraint "opportunity_instance_opportunity_id_foreign" foreign key ("opportunity_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "opportunity_instance" add constraint "opportunity_instance_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_opportunity_id_foreign" foreign key ("opportunity_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_ticket_id_foreign" foreign key ("ticket_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "appointment" add constraint "appointment_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"appointment\" add constraint \"appointment_kind_check\" check (\"kind\" in ('SALES_VISIT', 'NEGOTIATION', 'CALL_BACK', 'INSTALLATION', 'REPAIR', 'SURVEY', 'CARE'))",
    );
    this.addSql(
      "alter table \"appointment\" add constraint \"appointment_status_check\" check (\"status\" in ('CONFIRMED', 'COMPLETED', 'MISSED', 'CANCELLED'))",
    );
    this.addSql(
      'create table "proposal" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "proposal_no" varchar(40) not null, "name" varchar(200) not null, "opportunity_id" uuid not null, "customer_id" uuid not null, "recipient_id" uuid null, "region_id" uuid not null, "revision" int not null, "previous_id" uuid null, "status" text not null, "valid_from" timestamptz(3) not null, "valid_to" timestamptz(3) not null, "solution" varchar(8000) null, "terms" varchar(4000) null, "currency" varchar(3) not null, "one_time_amount" numeric not null, "one_time_currency" varchar(3) not null, "recurring_amount" numeric not null, "recurring_currency" varchar(3) not null, "deposit_amount" numeric null, "deposit_currency" varchar(3) null, "priced_at" timestamptz(3) not null, "seller_id" uuid null, "document_id" uuid null, "sent_at" timestamptz(3) null, "sent_by" varchar(200) null, "answer" varchar(500) null, "answered_at" timestamptz(3) null, "contract_id" uuid null, "order_id" uuid null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('alter table "proposal" add constraint "proposal_proposal_no_unique" unique ("proposal_no")');
    this.addSql('create index "proposal_name_id_index" on "proposal" ("name", "id")');
    this.addSql('create index "proposal_name_search" on "proposal" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "proposal_opportunity_id_id_index" on "proposal" ("opportunity_id", "id")');
    this.addSql('create index "proposal_customer_id_id_index" on "proposal" ("customer_id", "id")');
    this.addSql('create index "proposal_recipient_id_id_index" on "proposal" ("recipient_id", "id")');
    this.addSql('create index "proposal_region_id_id_index" on "proposal" ("region_id", "id")');
    this.addSql('create index "proposal_previous_id_id_index" on "proposal" ("previous_id", "id")');
    this.addSql('create index "proposal_status_id_index" on "proposal" ("status", "id")');
    this.addSql('create index "proposal_valid_from_id_index" on "proposal" ("valid_from", "id")');
    this.addSql('create index "proposal_valid_to_id_index" on "proposal" ("valid_to", "id")');
    this.addSql('create index "proposal_seller_id_id_index" on "proposal" ("seller_id", "id")');
    this.addSql('create index "proposal_document_id_id_index" on "proposal" ("document_id", "id")');
    this.addSql('create index "proposal_sent_at_id_index" on "proposal" ("sent_at", "id")');
    this.addSql('create index "proposal_contract_id_id_index" on "proposal" ("contract_id", "id")');
    this.addSql('create index "proposal_order_id_id_index" on "proposal" ("order_id", "id")');
    this.addSql(
      'create table "proposal_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "proposal_id" uuid not null, "item_no" int not null, "service" text not null, "offering_id" uuid not null, "product_instance_id" uuid null, "quantity" int not null, "tariff_plan_id" uuid null, "discount_percent" numeric null, "characteristics" jsonb not null, "install_address" varchar(400) null, "one_time_amount" numeric null, "one_time_currency" varchar(3) null, "recurring_amount" numeric null, "recurring_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql('create index "proposal_item_proposal_id_id_index" on "proposal_item" ("proposal_id", "id")');
    this.addSql('create index "proposal_item_offering_id_id_index" on "proposal_item" ("offering_id", "id")');
    this.addSql(
      'create index "proposal_item_product_instance_id_id_index" on "proposal_item" ("product_instance_id", "id")',
    );
    this.addSql('create index "proposal_item_tariff_plan_id_id_index" on "proposal_item" ("tariff_plan_id", "id")');
    this.addSql(
      'create unique index "proposal_item_proposal_id_item_no_together_unique" on "proposal_item" ("proposal_id", "item_no")',
    );
    this.addSql(
      'create table "proposal_charge" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "proposal_id" uuid not null, "item_id" uuid null, "position" int not null, "source" text not null, "code" varchar(100) not null, "name" varchar(500) not null, "type" text not null, "equivalent" text not null, "unit" varchar(60) null, "period" text null, "unit_price" numeric null, "quantity" int not null, "amount" numeric null, "after_months" int null, "for_months" int null, primary key ("id"))',
    );
    this.addSql('create index "proposal_charge_proposal_id_id_index" on "proposal_charge" ("proposal_id", "id")');
    this.addSql('create index "proposal_charge_item_id_id_index" on "proposal_charge" ("item_id", "id")');
    this.addSql(
      'alter table "proposal" add constraint "proposal_opportunity_id_foreign" foreign key ("opportunity_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_recipient_id_foreign" foreign key ("recipient_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_previous_id_foreign" foreign key ("previous_id") references "proposal" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_seller_id_foreign" foreign key ("seller_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_document_id_foreign" foreign key ("document_id") references "document" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_contract_id_foreign" foreign key ("contract_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal" add constraint "proposal_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"proposal\" add constraint \"proposal_status_check\" check (\"status\" in ('DRAFT', 'IN_APPROVAL', 'APPROVED', 'SENT', 'ACCEPTED', 'REJECTED', 'EXPIRED', 'REPLACED'))",
    );
    this.addSql(
      'alter table "proposal_item" add constraint "proposal_item_proposal_id_foreign" foreign key ("proposal_id") references "proposal" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal_item" add constraint "proposal_item_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal_item" add constraint "proposal_item_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal_item" add constraint "proposal_item_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"proposal_item\" add constraint \"proposal_item_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "proposal_charge" add constraint "proposal_charge_proposal_id_foreign" foreign key ("proposal_id") references "proposal" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "proposal_charge" add constraint "proposal_charge_item_id_foreign" foreign key ("item_id") references "proposal_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"proposal_charge\" add constraint \"proposal_charge_source_check\" check (\"source\" in ('PLAN', 'RULE', 'STANDARD', 'DISCOUNT', 'STAFF_DISCOUNT'))",
    );
    this.addSql(
      'alter table "proposal_charge" add constraint "proposal_charge_type_check" check ("type" in (\'ONE_TIME\', \'PERIODIC\', \'USAGE\'))',
    );
    this.addSql(
      'alter table "proposal_charge" add constraint "proposal_charge_equivalent_check" check ("equivalent" in (\'MONEY\', \'POINTS\', \'TRAFFIC\'))',
    );
    this.addSql(
      "alter table \"proposal_charge\" add constraint \"proposal_charge_period_check\" check (\"period\" in ('DAY', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      'create table "sales_activity" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "activity_no" varchar(40) not null, "type" text not null, "purpose" varchar(1000) not null, "opportunity_id" uuid not null, "customer_id" uuid not null, "region_id" uuid not null, "employee_id" uuid not null, "status" text not null, "planned_from" timestamptz(3) not null, "planned_to" timestamptz(3) not null, "planned_cost_amount" numeric null, "planned_cost_currency" varchar(3) null, "executed_at" timestamptz(3) null, "method" varchar(100) null, "content" varchar(4000) null, "needs" varchar(2000) null, "next_plan" varchar(1000) null, "new_customers" int null, "revenue_amount" numeric null, "revenue_currency" varchar(3) null, "cost_amount" numeric null, "cost_currency" varchar(3) null, "assessment" varchar(2000) null, "assessed_by" varchar(100) null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql(
      'alter table "sales_activity" add constraint "sales_activity_activity_no_unique" unique ("activity_no")',
    );
    this.addSql('create index "sales_activity_type_id_index" on "sales_activity" ("type", "id")');
    this.addSql('create index "sales_activity_opportunity_id_id_index" on "sales_activity" ("opportunity_id", "id")');
    this.addSql('create index "sales_activity_customer_id_id_index" on "sales_activity" ("customer_id", "id")');
    this.addSql('create index "sales_activity_region_id_id_index" on "sales_activity" ("region_id", "id")');
    this.addSql('create index "sales_activity_employee_id_id_index" on "sales_activity" ("employee_id", "id")');
    this.addSql('create index "sales_activity_status_id_index" on "sales_activity" ("status", "id")');
    this.addSql('create index "sales_activity_planned_from_id_index" on "sales_activity" ("planned_from", "id")');
    this.addSql('create index "sales_activity_executed_at_id_index" on "sales_activity" ("executed_at", "id")');
    this.addSql(
      'alter table "sales_activity" add constraint "sales_activity_opportunity_id_foreign" foreign key ("opportunity_id") references "opportunity" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sales_activity" add constraint "sales_activity_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sales_activity" add constraint "sales_activity_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sales_activity" add constraint "sales_activity_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"sales_activity\" add constraint \"sales_activity_type_check\" check (\"type\" in ('NEED_CONFIRMATION', 'VISIT', 'PRESENTATION', 'NEGOTIATION', 'FOLLOW_UP'))",
    );
    this.addSql(
      "alter table \"sales_activity\" add constraint \"sales_activity_status_check\" check (\"status\" in ('PLANNED', 'PENDING_APPROVAL', 'APPROVED', 'DONE', 'ASSESSED', 'CANCELLED'))",
    );
    this.addSql('alter table "appointment" add constraint "appointment_in_order" check ("starts_at" < "ends_at")');
    // Nobody has two appointments at once, whatever writes them. A wrong range is no range here: the check of its own refuses it.
    this.addSql(
      `alter table "appointment" add constraint "appointment_apart" exclude using gist ("employee_id" with =, (case when "starts_at" <= "ends_at" then tstzrange("starts_at", "ends_at") else 'empty'::tstzrange end) with &&) where ("status" = 'CONFIRMED')`,
    );
  }
}
