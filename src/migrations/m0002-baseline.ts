import { Migration } from '@mikro-orm/migrations';

export class M0002Baseline extends Migration {
  override up(): void {
    this.addSql(
      'create table "api_key" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "key_id" varchar(20) not null, "name" varchar(200) not null, "kind" text not null, "partner" varchar(60) null, "client" varchar(100) null, "scope" text[] not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, "replaces_id" uuid null, "made_by" varchar(200) not null, "digest" char(64) not null, primary key ("id"))',
    );
    this.addSql('alter table "api_key" add constraint "api_key_key_id_unique" unique ("key_id")');
    this.addSql('create index "api_key_name_id_index" on "api_key" ("name", "id")');
    this.addSql('create index "api_key_name_search" on "api_key" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "api_key_partner_id_index" on "api_key" ("partner", "id")');
    this.addSql('create index "api_key_client_id_index" on "api_key" ("client", "id")');
    this.addSql('create index "api_key_replaces_id_id_index" on "api_key" ("replaces_id", "id")');
    this.addSql(
      'create table "audit_entry" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "operation" varchar(100) not null, "category" text not null, "action" text not null, "result" text not null, "code" varchar(100) null, "actor" varchar(200) not null, "actor_name" varchar(200) not null, "actor_kind" text not null, "actor_key" varchar(40) null, "ip" varchar(60) null, "client" varchar(200) null, "request_id" varchar(200) not null, "at" timestamptz(3) not null, "object_type" varchar(60) null, "object_id" uuid null, "event" varchar(100) null, "changes" jsonb not null, "reason" varchar(4000) null, "region_id" uuid null, "sequence" bigserial, "seal_position" bigint null, "seal_hash" varchar(64) null, primary key ("id"))',
    );
    this.addSql('create index "audit_entry_operation_id_index" on "audit_entry" ("operation", "id")');
    this.addSql('create index "audit_entry_result_id_index" on "audit_entry" ("result", "id")');
    this.addSql('create index "audit_entry_actor_id_index" on "audit_entry" ("actor", "id")');
    this.addSql('create index "audit_entry_request_id_id_index" on "audit_entry" ("request_id", "id")');
    this.addSql('create index "audit_entry_at_id_index" on "audit_entry" ("at", "id")');
    this.addSql('create index "audit_entry_region" on "audit_entry" ("region_id", "id")');
    this.addSql('create index "audit_entry_object" on "audit_entry" ("object_id", "id")');
    this.addSql('create index "audit_entry_sealed" on "audit_entry" ("seal_position")');
    this.addSql('create index "audit_entry_unsealed" on "audit_entry" ("sequence") where "seal_position" is null');
    this.addSql(
      'create table "business_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "description" varchar(2000) null, primary key ("id"))',
    );
    this.addSql('alter table "business_line" add constraint "business_line_code_unique" unique ("code")');
    this.addSql('create index "business_line_name_id_index" on "business_line" ("name", "id")');
    this.addSql('create index "business_line_name_search" on "business_line" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "catalogue" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "subject" text not null, "purpose" text not null, "scope" varchar(60) null, "status" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "catalogue" add constraint "catalogue_code_unique" unique ("code")');
    this.addSql('create index "catalogue_name_id_index" on "catalogue" ("name", "id")');
    this.addSql('create index "catalogue_name_search" on "catalogue" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "catalogue_node" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "catalogue_id" uuid not null, "parent_id" uuid null, "code" varchar(60) not null, "name" varchar(200) not null, "level" int not null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "catalogue_node_catalogue_id_id_index" on "catalogue_node" ("catalogue_id", "id")');
    this.addSql('create index "catalogue_node_parent_id_id_index" on "catalogue_node" ("parent_id", "id")');
    this.addSql(
      'create unique index "catalogue_node_catalogue_id_code_together_unique" on "catalogue_node" ("catalogue_id", "code")',
    );
    this.addSql(
      'create table "contact_mode" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "direct" boolean not null, "inbound" boolean not null, "outbound" boolean not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "contact_mode" add constraint "contact_mode_code_unique" unique ("code")');
    this.addSql('create index "contact_mode_name_id_index" on "contact_mode" ("name", "id")');
    this.addSql('create index "contact_mode_name_search" on "contact_mode" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "contact_type" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "direction" text not null, "contact_class" text not null, "parent_id" uuid null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "contact_type" add constraint "contact_type_code_unique" unique ("code")');
    this.addSql('create index "contact_type_name_id_index" on "contact_type" ("name", "id")');
    this.addSql('create index "contact_type_name_search" on "contact_type" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "contact_type_parent_id_id_index" on "contact_type" ("parent_id", "id")');
    this.addSql(
      'create table "document_client" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "max_cost" int not null, "max_documents" int not null, "cache_seconds" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "document_client" add constraint "document_client_code_unique" unique ("code")');
    this.addSql('create index "document_client_name_id_index" on "document_client" ("name", "id")');
    this.addSql('create index "document_client_name_search" on "document_client" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "event_counter" ("id" smallint not null, "position" bigint not null, primary key ("id"))',
    );
    this.addSql(
      'create table "function_point" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(100) not null, "kind" text not null, "area" varchar(60) not null, "description" varchar(1000) not null, "retired" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "function_point" add constraint "function_point_code_unique" unique ("code")');
    this.addSql('create index "function_point_kind_id_index" on "function_point" ("kind", "id")');
    this.addSql('create index "function_point_area_id_index" on "function_point" ("area", "id")');
    this.addSql(
      'create table "history_entry" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "type" varchar(100) not null, "subject_type" varchar(60) not null, "subject_id" uuid not null, "customer_id" uuid null, "region_id" uuid null, "actor" varchar(200) not null, "actor_name" varchar(200) not null, "actor_kind" text not null, "occurred_at" timestamptz(3) not null, "correlation_id" varchar(200) not null, "causation_id" varchar(200) null, "action" varchar(100) null, "reason" varchar(4000) null, "data" jsonb not null, "sequence" bigserial, "position" bigint null, "kind" text not null, "from_state" varchar(60) null, "to_state" varchar(60) null, primary key ("id"))',
    );
    this.addSql('create index "history_entry_kind_index" on "history_entry" ("kind")');
    this.addSql('create index "history_entry_region" on "history_entry" ("region_id", "position")');
    this.addSql('create index "history_entry_subject" on "history_entry" ("subject_id", "position")');
    this.addSql('create index "history_entry_customer" on "history_entry" ("customer_id", "position")');
    this.addSql('create index "history_entry_pending" on "history_entry" ("sequence") where "position" is null');
    this.addSql('alter table "history_entry" add constraint "history_entry_position" unique ("position")');
    this.addSql(
      'create table "idempotent_request" ("caller" varchar(400) not null, "key" varchar(300) not null, "digest" char(43) not null, "result" jsonb null, "answer" jsonb null, "created_at" timestamptz(3) not null, primary key ("caller", "key"))',
    );
    this.addSql('create index "idempotent_request_created_at" on "idempotent_request" ("created_at")');
    this.addSql(
      'create table "interaction_platform" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "platform_kind" text not null, "inbound" boolean not null, "outbound" boolean not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "interaction_platform" add constraint "interaction_platform_code_unique" unique ("code")');
    this.addSql('create index "interaction_platform_name_id_index" on "interaction_platform" ("name", "id")');
    this.addSql(
      'create index "interaction_platform_name_search" on "interaction_platform" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create table "job_request" ("id" bigserial primary key, "name" varchar(128) not null, "payload" jsonb not null, "run_at" timestamptz(3) null, "key" varchar(512) null, "queue" varchar(128) null)',
    );
    this.addSql(
      'create table "number_sequence" ("name" varchar(100) not null, "last" bigint not null, primary key ("name"))',
    );
    this.addSql(
      'create table "system_parameter" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(100) not null, "name" varchar(200) not null, "category" text not null, "type" text not null, "unit" varchar(40) null, "description" varchar(1000) not null, "bounds" jsonb not null, "default_value" jsonb not null, primary key ("id"))',
    );
    this.addSql('alter table "system_parameter" add constraint "system_parameter_code_unique" unique ("code")');
    this.addSql('create index "system_parameter_name_id_index" on "system_parameter" ("name", "id")');
    this.addSql('create index "parameter_name_search" on "system_parameter" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "system_parameter_category_id_index" on "system_parameter" ("category", "id")');
    this.addSql(
      'create table "product_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "description" varchar(2000) null, "business_line_id" uuid not null, "parent_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "product_line" add constraint "product_line_code_unique" unique ("code")');
    this.addSql('create index "product_line_name_id_index" on "product_line" ("name", "id")');
    this.addSql('create index "product_line_name_search" on "product_line" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "product_line_business_line_id_id_index" on "product_line" ("business_line_id", "id")');
    this.addSql('create index "product_line_parent_id_id_index" on "product_line" ("parent_id", "id")');
    this.addSql(
      'create table "offering" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "sales_terms" varchar(4000) null, "service_content" varchar(4000) null, "status" text not null, "level" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "product_line_id" uuid null, "payment_methods" text[] not null, "guarantee" text not null default \'NONE\', "guarantee_count" int null, "guarantee_amount" numeric null, "cloned_from_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "offering" add constraint "offering_code_unique" unique ("code")');
    this.addSql('create index "offering_name_id_index" on "offering" ("name", "id")');
    this.addSql('create index "offering_name_search" on "offering" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "offering_status_id_index" on "offering" ("status", "id")');
    this.addSql('create index "offering_product_line_id_id_index" on "offering" ("product_line_id", "id")');
    this.addSql('create index "offering_cloned_from_id_id_index" on "offering" ("cloned_from_id", "id")');
    this.addSql(
      'create table "offering_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, "prompt" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "offering_relation_from_id_id_index" on "offering_relation" ("from_id", "id")');
    this.addSql('create index "offering_relation_to_id_id_index" on "offering_relation" ("to_id", "id")');
    this.addSql(
      'create unique index "offering_relation_from_id_to_id_kind_together_unique" on "offering_relation" ("from_id", "to_id", "kind")',
    );
    this.addSql(
      'create table "region" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "kind" text not null, "parent_id" uuid null, "path" varchar(400) not null, "validity_from" timestamptz(3) null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "region" add constraint "region_code_unique" unique ("code")');
    this.addSql('create index "region_name_id_index" on "region" ("name", "id")');
    this.addSql('create index "region_name_search" on "region" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "region_parent_id_id_index" on "region" ("parent_id", "id")');
    this.addSql('create index "region_path_id_index" on "region" ("path", "id")');
    this.addSql(
      'create table "party" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "name" varchar(200) not null, "short_name" varchar(100) null, "status" text not null default \'ACTIVE\', "region_id" uuid null, "kind" text not null, "gender" text null, "birth_date" date null, "nationality" varchar(2) null, "religion" varchar(60) null, "political_status" varchar(60) null, "education" text null, "occupation" varchar(100) null, "marital_status" text null, "hobbies" text[] null, "registration_no" varchar(40) null, "legal_representative" varchar(200) null, "industry" varchar(100) null, "scale" text null, "head_count" int null, "revenue_amount" numeric null, "revenue_currency" varchar(3) null, "unit_kind" varchar(60) null, "code" varchar(40) null, "type" text null, "owner_level" text null, "parent_id" uuid null, "path" varchar(400) null, primary key ("id"))',
    );
    this.addSql('create index "party_kind_index" on "party" ("kind")');
    this.addSql('alter table "party" add constraint "party_code_unique" unique ("code")');
    this.addSql('create index "party_name_id_index" on "party" ("name", "id")');
    this.addSql('create index "party_name_search" on "party" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "party_region_id_id_index" on "party" ("region_id", "id")');
    this.addSql('create index "party_registration_no_id_index" on "party" ("registration_no", "id")');
    this.addSql('create index "party_parent_id_id_index" on "party" ("parent_id", "id")');
    this.addSql('create index "party_path_id_index" on "party" ("path", "id")');
    this.addSql(
      'create table "product" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "description" varchar(2000) null, "kind" text not null, "nature" text not null, "status" text not null, "level" text not null, "provider_kind" text not null, "provider_id" uuid null, "product_line_id" uuid not null, "cloned_from_id" uuid null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "product" add constraint "product_code_unique" unique ("code")');
    this.addSql('create index "product_name_id_index" on "product" ("name", "id")');
    this.addSql('create index "product_name_search" on "product" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "product_status_id_index" on "product" ("status", "id")');
    this.addSql('create index "product_provider_id_id_index" on "product" ("provider_id", "id")');
    this.addSql('create index "product_product_line_id_id_index" on "product" ("product_line_id", "id")');
    this.addSql('create index "product_cloned_from_id_id_index" on "product" ("cloned_from_id", "id")');
    this.addSql(
      'create table "product_service" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "service" text not null, primary key ("id"))',
    );
    this.addSql('create index "product_service_product_id_id_index" on "product_service" ("product_id", "id")');
    this.addSql(
      'create unique index "product_service_product_id_service_together_unique" on "product_service" ("product_id", "service")',
    );
    this.addSql(
      'create table "product_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, "selection" text null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "product_relation_from_id_id_index" on "product_relation" ("from_id", "id")');
    this.addSql('create index "product_relation_to_id_id_index" on "product_relation" ("to_id", "id")');
    this.addSql(
      'create unique index "product_relation_from_id_to_id_kind_together_unique" on "product_relation" ("from_id", "to_id", "kind")',
    );
    this.addSql(
      'create table "product_attribute" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "code" varchar(60) not null, "name" varchar(200) not null, "data_type" text not null, "mandatory" boolean not null, "allowed_values" text[] not null, "min" numeric null, "max" numeric null, "unit" varchar(20) null, "default_value" varchar(200) null, "per_end" boolean not null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "product_attribute_product_id_id_index" on "product_attribute" ("product_id", "id")');
    this.addSql(
      'create unique index "product_attribute_product_id_code_together_unique" on "product_attribute" ("product_id", "code")',
    );
    this.addSql(
      'create table "offering_component" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_id" uuid not null, "product_id" uuid not null, "min_quantity" int not null, "max_quantity" int not null, "default_quantity" int not null, "required" boolean not null, "fixed_values" jsonb not null default \'{}\', "lifecycle_control" text not null default \'NONE\', "keep_until" timestamptz(3) null, "keep_months" int null, "keep_until_spent" numeric null, "breach_action" text null, "breach_prompt" varchar(1000) null, primary key ("id"))',
    );
    this.addSql('create index "offering_component_offering_id_id_index" on "offering_component" ("offering_id", "id")');
    this.addSql('create index "offering_component_product_id_id_index" on "offering_component" ("product_id", "id")');
    this.addSql(
      'create index "offering_component_fixed_values_gin" on "offering_component" using gin ("fixed_values" jsonb_path_ops)',
    );
    this.addSql(
      'create unique index "offering_component_offering_id_product_id_together_unique" on "offering_component" ("offering_id", "product_id")',
    );
    this.addSql(
      'create table "instance_state_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid null, "status" text not null, "suspend_reason" text null, "service" text not null, "allowed" boolean not null, "message" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "instance_state_rule_product_id_id_index" on "instance_state_rule" ("product_id", "id")');
    this.addSql(
      'create table "catalogue_entry" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "heading_id" uuid not null, "offering_id" uuid null, "product_id" uuid null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "catalogue_entry_heading_id_id_index" on "catalogue_entry" ("heading_id", "id")');
    this.addSql('create index "catalogue_entry_offering_id_id_index" on "catalogue_entry" ("offering_id", "id")');
    this.addSql('create index "catalogue_entry_product_id_id_index" on "catalogue_entry" ("product_id", "id")');
    this.addSql(
      'create table "party_identification" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "party_id" uuid not null, "type" text not null, "number" varchar(40) not null, "valid_until" date null, "address" varchar(300) null, "verified" boolean not null default false, primary key ("id"))',
    );
    this.addSql('create index "party_identification_party_id_id_index" on "party_identification" ("party_id", "id")');
    this.addSql('create index "party_identification_number_id_index" on "party_identification" ("number", "id")');
    this.addSql(
      'create unique index "party_identification_type_number_together_unique" on "party_identification" ("type", "number")',
    );
    this.addSql(
      'create table "parameter_value" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "parameter_id" uuid not null, "organization_id" uuid null, "version" int not null, "value" jsonb not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "set_by" varchar(200) not null, "reason" varchar(400) null, primary key ("id"))',
    );
    this.addSql('create index "parameter_value_parameter_id_id_index" on "parameter_value" ("parameter_id", "id")');
    this.addSql(
      'create index "parameter_value_organization_id_id_index" on "parameter_value" ("organization_id", "id")',
    );
    this.addSql(
      'create unique index "parameter_value_parameter_id_organization_id_version_together_u" on "parameter_value" ("parameter_id", "organization_id", "version")',
    );
    this.addSql(
      'create table "employee" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "employee_no" varchar(40) not null, "name" varchar(200) not null, "person_id" uuid not null, "organization_id" uuid not null, "status" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "phone" varchar(30) null, "email" varchar(200) null, "skills" text[] not null, "deleted_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "employee" add constraint "employee_employee_no_unique" unique ("employee_no")');
    this.addSql('create index "employee_name_id_index" on "employee" ("name", "id")');
    this.addSql('create index "employee_name_search" on "employee" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "employee_person_id_id_index" on "employee" ("person_id", "id")');
    this.addSql('create index "employee_organization_id_id_index" on "employee" ("organization_id", "id")');
    this.addSql(
      'create table "contact_medium" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "party_id" uuid not null, "kind" text not null, "value" varchar(300) not null, "postcode" varchar(12) null, "purpose" text not null default \'GENERAL\', "preferred" boolean not null default false, primary key ("id"))',
    );
    this.addSql('create index "contact_medium_party_id_id_index" on "contact_medium" ("party_id", "id")');
    this.addSql('create index "contact_medium_value_id_index" on "contact_medium" ("value", "id")');
    this.addSql(
      'create table "organization_region" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "organization_id" uuid not null, "region_id" uuid not null, primary key ("id"))',
    );
    this.addSql(
      'create index "organization_region_organization_id_id_index" on "organization_region" ("organization_id", "id")',
    );
    this.addSql('create index "organization_region_region_id_id_index" on "organization_region" ("region_id", "id")');
    this.addSql(
      'create unique index "organization_region_organization_id_region_id_together_unique" on "organization_region" ("organization_id", "region_id")',
    );
    this.addSql(
      'create table "employee_region" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "employee_id" uuid not null, "region_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "employee_region_employee_id_id_index" on "employee_region" ("employee_id", "id")');
    this.addSql('create index "employee_region_region_id_id_index" on "employee_region" ("region_id", "id")');
    this.addSql(
      'create unique index "employee_region_employee_id_region_id_current_unique" on "employee_region" ("employee_id", "region_id") where validity_to is null',
    );
    this.addSql(
      'create table "customer_group" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "description" varchar(2000) null, "purpose" varchar(500) null, "region_id" uuid not null, primary key ("id"))',
    );
    this.addSql('alter table "customer_group" add constraint "customer_group_code_unique" unique ("code")');
    this.addSql('create index "customer_group_name_id_index" on "customer_group" ("name", "id")');
    this.addSql('create index "customer_group_name_search" on "customer_group" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "customer_group_region_id_id_index" on "customer_group" ("region_id", "id")');
    this.addSql(
      'create table "customer" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "party_id" uuid not null, "lifecycle" text not null, "in_network_phase" text null, "customer_type" text not null, "sub_type" varchar(40) null, "service_level" text not null, "secrecy_level" text not null, "region_id" uuid not null, "account_manager_id" uuid null, "vip_no" varchar(40) null, "service_address" varchar(300) null, "operators" text[] not null, "joined_at" timestamptz(3) null, "left_at" timestamptz(3) null, "version" int not null, "characteristics" jsonb not null default \'{}\', primary key ("id"))',
    );
    this.addSql('alter table "customer" add constraint "customer_code_unique" unique ("code")');
    this.addSql('create index "customer_name_id_index" on "customer" ("name", "id")');
    this.addSql('create index "customer_name_search" on "customer" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "customer_party_id_id_index" on "customer" ("party_id", "id")');
    this.addSql('create index "customer_lifecycle_id_index" on "customer" ("lifecycle", "id")');
    this.addSql('create index "customer_region_id_id_index" on "customer" ("region_id", "id")');
    this.addSql('create index "customer_account_manager_id_id_index" on "customer" ("account_manager_id", "id")');
    this.addSql(
      'create index "customer_characteristics_gin" on "customer" using gin ("characteristics" jsonb_path_ops)',
    );
    this.addSql(
      'create table "product_group" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "group_no" varchar(60) not null, "name" varchar(200) not null, "kind" text not null, "customer_id" uuid not null, "region_id" uuid not null, primary key ("id"))',
    );
    this.addSql('alter table "product_group" add constraint "product_group_group_no_unique" unique ("group_no")');
    this.addSql('create index "product_group_name_id_index" on "product_group" ("name", "id")');
    this.addSql('create index "product_group_name_search" on "product_group" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "product_group_customer_id_id_index" on "product_group" ("customer_id", "id")');
    this.addSql('create index "product_group_region_id_id_index" on "product_group" ("region_id", "id")');
    this.addSql(
      'create table "payment_account" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "owner_id" uuid not null, "kind" text not null, "masked_number" varchar(40) null, "holder_name" varchar(200) null, "bank_code" varchar(40) null, "bank_name" varchar(200) null, "valid_until" date null, primary key ("id"))',
    );
    this.addSql('create index "payment_account_owner_id_id_index" on "payment_account" ("owner_id", "id")');
    this.addSql('create index "payment_account_bank_code_id_index" on "payment_account" ("bank_code", "id")');
    this.addSql(
      'create table "group_membership" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "group_id" uuid not null, "customer_id" uuid null, "member_group_id" uuid null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "group_membership_group_id_id_index" on "group_membership" ("group_id", "id")');
    this.addSql('create index "group_membership_customer_id_id_index" on "group_membership" ("customer_id", "id")');
    this.addSql(
      'create index "group_membership_member_group_id_id_index" on "group_membership" ("member_group_id", "id")',
    );
    this.addSql(
      'create unique index "group_membership_group_id_member_group_id_current_unique" on "group_membership" ("group_id", "member_group_id") where validity_to is null',
    );
    this.addSql(
      'create unique index "group_membership_group_id_customer_id_current_unique" on "group_membership" ("group_id", "customer_id") where validity_to is null',
    );
    this.addSql(
      'create table "customer_relationship" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "type" text not null, "sub_type" varchar(60) null, "direction" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "customer_relationship_from_id_id_index" on "customer_relationship" ("from_id", "id")');
    this.addSql('create index "customer_relationship_to_id_id_index" on "customer_relationship" ("to_id", "id")');
    this.addSql(
      'create unique index "customer_relationship_from_id_to_id_type_current_unique" on "customer_relationship" ("from_id", "to_id", "type") where validity_to is null',
    );
    this.addSql(
      'create table "customer_credential" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "purpose" text not null, "set_at" timestamptz(3) not null, "locked_until" timestamptz(3) null, "password_hash" varchar(200) not null, "failures" int not null, primary key ("id"))',
    );
    this.addSql(
      'create index "customer_credential_customer_id_id_index" on "customer_credential" ("customer_id", "id")',
    );
    this.addSql(
      'create unique index "customer_credential_customer_id_purpose_together_unique" on "customer_credential" ("customer_id", "purpose")',
    );
    this.addSql(
      'create table "customer_code" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "customer_id" uuid not null, "level" text not null, "issued_by" varchar(200) null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_code" add constraint "customer_code_code_unique" unique ("code")');
    this.addSql('create index "customer_code_customer_id_id_index" on "customer_code" ("customer_id", "id")');
    this.addSql(
      'create table "contact_person" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "person_id" uuid not null, "contact_type" text not null, "preferred" boolean not null, "department" varchar(200) null, "job_title" varchar(200) null, "notes" varchar(2000) null, primary key ("id"))',
    );
    this.addSql('create index "contact_person_customer_id_id_index" on "contact_person" ("customer_id", "id")');
    this.addSql('create index "contact_person_person_id_id_index" on "contact_person" ("person_id", "id")');
    this.addSql(
      'create unique index "contact_person_customer_id_current_unique" on "contact_person" ("customer_id") where preferred',
    );
    this.addSql(
      'create unique index "contact_person_customer_id_person_id_contact_type_together_uniq" on "contact_person" ("customer_id", "person_id", "contact_type")',
    );
    this.addSql(
      'create table "contract" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "contract_no" varchar(60) not null, "name" varchar(200) not null, "kind" text not null, "status" text not null, "execution" text null, "customer_id" uuid not null, "region_id" uuid not null, "original_id" uuid null, "signed_at" timestamptz(3) null, "customer_signatory" varchar(100) null, "operator_signatory" varchar(100) null, "term_months" int null, "auto_extend" boolean not null, "validity_from" timestamptz(3) null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "contract" add constraint "contract_contract_no_unique" unique ("contract_no")');
    this.addSql('create index "contract_name_id_index" on "contract" ("name", "id")');
    this.addSql('create index "contract_name_search" on "contract" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "contract_status_id_index" on "contract" ("status", "id")');
    this.addSql('create index "contract_customer_id_id_index" on "contract" ("customer_id", "id")');
    this.addSql('create index "contract_region_id_id_index" on "contract" ("region_id", "id")');
    this.addSql('create index "contract_original_id_id_index" on "contract" ("original_id", "id")');
    this.addSql('create index "contract_signed_at_id_index" on "contract" ("signed_at", "id")');
    this.addSql(
      'create table "contact_event" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "contact_no" varchar(40) not null, "customer_id" uuid not null, "region_id" uuid not null, "direction" text not null, "type_id" uuid not null, "reason" varchar(200) null, "mode_id" uuid not null, "platform_id" uuid not null, "status" text not null, "contact_person" varchar(100) null, "content" varchar(4000) not null, "result" text null, "feedback" varchar(2000) null, "started_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "employee_id" uuid null, "external_id" varchar(100) null, "follows_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "contact_event" add constraint "contact_event_contact_no_unique" unique ("contact_no")');
    this.addSql('create index "contact_event_customer_id_id_index" on "contact_event" ("customer_id", "id")');
    this.addSql('create index "contact_event_region_id_id_index" on "contact_event" ("region_id", "id")');
    this.addSql('create index "contact_event_type_id_id_index" on "contact_event" ("type_id", "id")');
    this.addSql('create index "contact_event_mode_id_id_index" on "contact_event" ("mode_id", "id")');
    this.addSql('create index "contact_event_platform_id_id_index" on "contact_event" ("platform_id", "id")');
    this.addSql('create index "contact_event_status_id_index" on "contact_event" ("status", "id")');
    this.addSql('create index "contact_event_started_at_id_index" on "contact_event" ("started_at", "id")');
    this.addSql('create index "contact_event_employee_id_id_index" on "contact_event" ("employee_id", "id")');
    this.addSql('create index "contact_event_follows_id_id_index" on "contact_event" ("follows_id", "id")');
    this.addSql(
      'create unique index "contact_event_platform_id_external_id_together_unique" on "contact_event" ("platform_id", "external_id")',
    );
    this.addSql(
      'create table "account" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "account_no" varchar(40) not null, "name" varchar(200) not null, "owner_id" uuid not null, "region_id" uuid not null, "status" text not null, "is_default" boolean not null, "billing_cycle" text not null, "billing_day" int not null, "currency" varchar(3) not null, "payment_mode" text not null, "bill_format" text not null, "bill_delivery" text not null, "bill_address" varchar(300) null, "bill_postcode" varchar(12) null, "contact_name" varchar(200) null, "contact_phone" varchar(30) null, "opened_at" timestamptz(3) not null, "closed_at" timestamptz(3) null, "version" int not null, "characteristics" jsonb not null default \'{}\', primary key ("id"))',
    );
    this.addSql('alter table "account" add constraint "account_account_no_unique" unique ("account_no")');
    this.addSql('create index "account_name_id_index" on "account" ("name", "id")');
    this.addSql('create index "account_name_search" on "account" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "account_owner_id_id_index" on "account" ("owner_id", "id")');
    this.addSql('create index "account_region_id_id_index" on "account" ("region_id", "id")');
    this.addSql('create index "account_characteristics_gin" on "account" using gin ("characteristics" jsonb_path_ops)');
    this.addSql('create unique index "account_owner_id_current_unique" on "account" ("owner_id") where is_default');
    this.addSql(
      'create table "customer_order" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_no" varchar(30) not null, "archive_no" varchar(30) not null, "kind" text not null, "source" text not null, "status" text not null, "exception_cause" text null, "priority" int not null, "customer_id" uuid not null, "customer_name" varchar(200) not null, "account_id" uuid null, "region_id" uuid not null, "external_key" varchar(100) null, "content_digest" varchar(64) null, "entered_by" varchar(100) not null, "entered_at" timestamptz(3) not null, "expected_at" timestamptz(3) null, "completed_at" timestamptz(3) null, "cancel_reason" varchar(500) null, "one_time_total_amount" numeric null, "one_time_total_currency" varchar(3) null, "recurring_total_amount" numeric null, "recurring_total_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_order" add constraint "customer_order_order_no_unique" unique ("order_no")');
    this.addSql('alter table "customer_order" add constraint "customer_order_archive_no_unique" unique ("archive_no")');
    this.addSql('create index "customer_order_status_id_index" on "customer_order" ("status", "id")');
    this.addSql('create index "customer_order_customer_id_id_index" on "customer_order" ("customer_id", "id")');
    this.addSql('create index "customer_order_customer_name_id_index" on "customer_order" ("customer_name", "id")');
    this.addSql(
      'create index "order_customer_name_search" on "customer_order" using gin ("customer_name" gin_trgm_ops)',
    );
    this.addSql('create index "customer_order_account_id_id_index" on "customer_order" ("account_id", "id")');
    this.addSql('create index "customer_order_region_id_id_index" on "customer_order" ("region_id", "id")');
    this.addSql('create index "customer_order_entered_by_id_index" on "customer_order" ("entered_by", "id")');
    this.addSql('create index "customer_order_entered_at_id_index" on "customer_order" ("entered_at", "id")');
    this.addSql('create index "customer_order_expected_at_id_index" on "customer_order" ("expected_at", "id")');
    this.addSql('create index "customer_order_completed_at_id_index" on "customer_order" ("completed_at", "id")');
    this.addSql(
      'create unique index "customer_order_customer_id_external_key_together_unique" on "customer_order" ("customer_id", "external_key")',
    );
    this.addSql(
      'create table "account_payment_account" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "account_id" uuid not null, "payment_account_id" uuid not null, "priority" int not null, primary key ("id"))',
    );
    this.addSql(
      'create index "account_payment_account_account_id_id_index" on "account_payment_account" ("account_id", "id")',
    );
    this.addSql(
      'create index "account_payment_account_payment_account_id_id_index" on "account_payment_account" ("payment_account_id", "id")',
    );
    this.addSql(
      'create unique index "account_payment_account_account_id_payment_account_id_together_" on "account_payment_account" ("account_id", "payment_account_id")',
    );
    this.addSql(
      'create table "review_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "in_use" boolean not null, "kind" text null, "source" text null, "action" text null, "min_pieces" int null, "min_one_time_total" numeric null, primary key ("id"))',
    );
    this.addSql('alter table "review_rule" add constraint "review_rule_code_unique" unique ("code")');
    this.addSql('create index "review_rule_name_id_index" on "review_rule" ("name", "id")');
    this.addSql('create index "review_rule_name_search" on "review_rule" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "job_role" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "description" varchar(1000) null, "organization_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "job_role" add constraint "job_role_code_unique" unique ("code")');
    this.addSql('create index "job_role_name_id_index" on "job_role" ("name", "id")');
    this.addSql('create index "role_name_search" on "job_role" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "job_role_organization_id_id_index" on "job_role" ("organization_id", "id")');
    this.addSql(
      'create table "job_position" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "level" int not null, "default_role_id" uuid null, "organization_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "job_position" add constraint "job_position_code_unique" unique ("code")');
    this.addSql('create index "job_position_name_id_index" on "job_position" ("name", "id")');
    this.addSql('create index "position_name_search" on "job_position" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "job_position_default_role_id_id_index" on "job_position" ("default_role_id", "id")');
    this.addSql('create index "job_position_organization_id_id_index" on "job_position" ("organization_id", "id")');
    this.addSql(
      'create table "position_role" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "position_id" uuid not null, "role_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "position_role_position_id_id_index" on "position_role" ("position_id", "id")');
    this.addSql('create index "position_role_role_id_id_index" on "position_role" ("role_id", "id")');
    this.addSql(
      'create unique index "position_role_position_id_role_id_together_unique" on "position_role" ("position_id", "role_id")',
    );
    this.addSql(
      'create table "employee_position" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "employee_id" uuid not null, "position_id" uuid not null, "main" boolean not null default false, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "employee_position_employee_id_id_index" on "employee_position" ("employee_id", "id")');
    this.addSql('create index "employee_position_position_id_id_index" on "employee_position" ("position_id", "id")');
    this.addSql(
      'create unique index "employee_position_employee_id_position_id_current_unique" on "employee_position" ("employee_id", "position_id") where validity_to is null',
    );
    this.addSql(
      'create table "permission_grant" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "role_id" uuid null, "function_point_id" uuid null, "employee_id" uuid null, "position_id" uuid null, "organization_id" uuid not null, "region_id" uuid null, "money_limit" numeric null, "passable" boolean not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "granted_by_id" uuid null, "grantor" varchar(200) not null, "batch_no" varchar(40) not null, "reason" varchar(400) null, primary key ("id"))',
    );
    this.addSql('create index "permission_grant_role_id_id_index" on "permission_grant" ("role_id", "id")');
    this.addSql(
      'create index "permission_grant_function_point_id_id_index" on "permission_grant" ("function_point_id", "id")',
    );
    this.addSql('create index "permission_grant_employee_id_id_index" on "permission_grant" ("employee_id", "id")');
    this.addSql('create index "permission_grant_position_id_id_index" on "permission_grant" ("position_id", "id")');
    this.addSql(
      'create index "permission_grant_organization_id_id_index" on "permission_grant" ("organization_id", "id")',
    );
    this.addSql('create index "permission_grant_region_id_id_index" on "permission_grant" ("region_id", "id")');
    this.addSql('create index "permission_grant_granted_by_id_id_index" on "permission_grant" ("granted_by_id", "id")');
    this.addSql('create index "permission_grant_batch_no_id_index" on "permission_grant" ("batch_no", "id")');
    this.addSql(
      'create table "role_part" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "role_id" uuid not null, "part_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "role_part_role_id_id_index" on "role_part" ("role_id", "id")');
    this.addSql('create index "role_part_part_id_id_index" on "role_part" ("part_id", "id")');
    this.addSql(
      'create unique index "role_part_role_id_part_id_together_unique" on "role_part" ("role_id", "part_id")',
    );
    this.addSql(
      'create table "role_permission" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "role_id" uuid not null, "function_point_id" uuid not null, "passable" boolean not null, "money_limit" numeric null, primary key ("id"))',
    );
    this.addSql('create index "role_permission_role_id_id_index" on "role_permission" ("role_id", "id")');
    this.addSql(
      'create index "role_permission_function_point_id_id_index" on "role_permission" ("function_point_id", "id")',
    );
    this.addSql(
      'create unique index "role_permission_role_id_function_point_id_together_unique" on "role_permission" ("role_id", "function_point_id")',
    );
    this.addSql(
      'create table "segment_dimension" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, primary key ("id"))',
    );
    this.addSql('alter table "segment_dimension" add constraint "segment_dimension_code_unique" unique ("code")');
    this.addSql('create index "segment_dimension_name_id_index" on "segment_dimension" ("name", "id")');
    this.addSql('create index "segment_dimension_name_search" on "segment_dimension" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "customer_segment" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "dimension_id" uuid not null, "rule" varchar(2000) null, "features" jsonb null, "member_count" int null, "revenue_amount" numeric null, "revenue_currency" varchar(3) null, "status" text not null, "priority" text not null, "owner_organization_id" uuid null, "responsible_id" uuid null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_segment" add constraint "customer_segment_code_unique" unique ("code")');
    this.addSql('create index "customer_segment_name_id_index" on "customer_segment" ("name", "id")');
    this.addSql('create index "customer_segment_name_search" on "customer_segment" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "customer_segment_dimension_id_id_index" on "customer_segment" ("dimension_id", "id")');
    this.addSql(
      'create index "customer_segment_owner_organization_id_id_index" on "customer_segment" ("owner_organization_id", "id")',
    );
    this.addSql(
      'create index "customer_segment_responsible_id_id_index" on "customer_segment" ("responsible_id", "id")',
    );
    this.addSql(
      'create table "segment_membership" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "segment_id" uuid not null, "dimension_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "segment_membership_customer_id_id_index" on "segment_membership" ("customer_id", "id")');
    this.addSql('create index "segment_membership_segment_id_id_index" on "segment_membership" ("segment_id", "id")');
    this.addSql(
      'create index "segment_membership_dimension_id_id_index" on "segment_membership" ("dimension_id", "id")',
    );
    this.addSql(
      'create unique index "segment_membership_customer_id_dimension_id_current_unique" on "segment_membership" ("customer_id", "dimension_id") where validity_to is null',
    );
    this.addSql(
      'create table "service_relation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "running" text not null, "requested" text not null, "decision" text not null, primary key ("id"))',
    );
    this.addSql('create index "service_relation_product_id_id_index" on "service_relation" ("product_id", "id")');
    this.addSql(
      'create unique index "service_relation_product_id_running_requested_together_unique" on "service_relation" ("product_id", "running", "requested")',
    );
    this.addSql(
      'create table "sla_indicator" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "unit" varchar(20) not null, "indicator_class" text not null, "direction" text not null, "value_kind" text not null, primary key ("id"))',
    );
    this.addSql('alter table "sla_indicator" add constraint "sla_indicator_code_unique" unique ("code")');
    this.addSql('create index "sla_indicator_name_id_index" on "sla_indicator" ("name", "id")');
    this.addSql('create index "sla_indicator_name_search" on "sla_indicator" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "sla_template" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "product_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "sla_template" add constraint "sla_template_code_unique" unique ("code")');
    this.addSql('create index "sla_template_name_id_index" on "sla_template" ("name", "id")');
    this.addSql('create index "sla_template_name_search" on "sla_template" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "sla_template_product_id_id_index" on "sla_template" ("product_id", "id")');
    this.addSql(
      'create table "sla_template_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid not null, "indicator_id" uuid not null, "min" numeric null, "max" numeric null, "allowed_values" text[] not null, primary key ("id"))',
    );
    this.addSql('create index "sla_template_item_template_id_id_index" on "sla_template_item" ("template_id", "id")');
    this.addSql('create index "sla_template_item_indicator_id_id_index" on "sla_template_item" ("indicator_id", "id")');
    this.addSql(
      'create unique index "sla_template_item_template_id_indicator_id_together_unique" on "sla_template_item" ("template_id", "indicator_id")',
    );
    this.addSql(
      'create table "social_group" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "name" varchar(200) not null, "kind" text not null, "region_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "social_group_name_id_index" on "social_group" ("name", "id")');
    this.addSql('create index "social_group_name_search" on "social_group" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "social_group_region_id_id_index" on "social_group" ("region_id", "id")');
    this.addSql(
      'create table "social_group_membership" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "group_id" uuid not null, "member_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "social_group_membership_group_id_id_index" on "social_group_membership" ("group_id", "id")',
    );
    this.addSql(
      'create index "social_group_membership_member_id_id_index" on "social_group_membership" ("member_id", "id")',
    );
    this.addSql(
      'create unique index "social_group_membership_group_id_member_id_current_unique" on "social_group_membership" ("group_id", "member_id") where validity_to is null',
    );
    this.addSql(
      'create table "standard_unit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "standard" varchar(40) not null, "code" varchar(20) not null, "name" varchar(200) not null, "type" text not null, "parent_id" uuid null, "version" int not null, primary key ("id"))',
    );
    this.addSql('create index "standard_unit_standard_id_index" on "standard_unit" ("standard", "id")');
    this.addSql('create index "standard_unit_parent_id_id_index" on "standard_unit" ("parent_id", "id")');
    this.addSql(
      'create unique index "standard_unit_standard_code_together_unique" on "standard_unit" ("standard", "code")',
    );
    this.addSql(
      'create table "standard_unit_use" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "unit_id" uuid not null, "standard_unit_id" uuid not null, "version" int not null, "acknowledged_at" timestamptz(3) null, "acknowledged_by" varchar(200) null, primary key ("id"))',
    );
    this.addSql('create index "standard_unit_use_unit_id_id_index" on "standard_unit_use" ("unit_id", "id")');
    this.addSql(
      'create index "standard_unit_use_standard_unit_id_id_index" on "standard_unit_use" ("standard_unit_id", "id")',
    );
    this.addSql('create unique index "standard_unit_use_unit_id_together_unique" on "standard_unit_use" ("unit_id")');
    this.addSql(
      'create table "tariff_plan" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "type" text not null, "status" text not null, "price_amount" numeric not null, "price_currency" varchar(3) not null, "period" text null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "basis" varchar(200) null, primary key ("id"))',
    );
    this.addSql('alter table "tariff_plan" add constraint "tariff_plan_code_unique" unique ("code")');
    this.addSql('create index "tariff_plan_name_id_index" on "tariff_plan" ("name", "id")');
    this.addSql('create index "tariff_plan_name_search" on "tariff_plan" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "tariff_plan_status_id_index" on "tariff_plan" ("status", "id")');
    this.addSql(
      'create table "offering_tariff" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_id" uuid not null, "tariff_plan_id" uuid not null, "is_default" boolean not null, "required" boolean not null default false, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "offering_tariff_offering_id_id_index" on "offering_tariff" ("offering_id", "id")');
    this.addSql('create index "offering_tariff_tariff_plan_id_id_index" on "offering_tariff" ("tariff_plan_id", "id")');
    this.addSql(
      'create unique index "offering_tariff_offering_id_tariff_plan_id_together_unique" on "offering_tariff" ("offering_id", "tariff_plan_id")',
    );
    this.addSql(
      'create table "offering_sla" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "offering_id" uuid not null, "template_id" uuid not null, "tariff_plan_id" uuid null, "is_default" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "offering_sla" add constraint "offering_sla_code_unique" unique ("code")');
    this.addSql('create index "offering_sla_offering_id_id_index" on "offering_sla" ("offering_id", "id")');
    this.addSql('create index "offering_sla_template_id_id_index" on "offering_sla" ("template_id", "id")');
    this.addSql('create index "offering_sla_tariff_plan_id_id_index" on "offering_sla" ("tariff_plan_id", "id")');
    this.addSql(
      'create table "offering_sla_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_sla_id" uuid not null, "indicator_id" uuid not null, "value" numeric not null, primary key ("id"))',
    );
    this.addSql(
      'create index "offering_sla_item_offering_sla_id_id_index" on "offering_sla_item" ("offering_sla_id", "id")',
    );
    this.addSql('create index "offering_sla_item_indicator_id_id_index" on "offering_sla_item" ("indicator_id", "id")');
    this.addSql(
      'create unique index "offering_sla_item_offering_sla_id_indicator_id_together_unique" on "offering_sla_item" ("offering_sla_id", "indicator_id")',
    );
    this.addSql(
      'create table "offering_instance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "offering_id" uuid not null, "status" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "tariff_plan_id" uuid null, "agreed_price_amount" numeric null, "agreed_price_currency" varchar(3) null, "region_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "offering_instance_customer_id_id_index" on "offering_instance" ("customer_id", "id")');
    this.addSql('create index "offering_instance_offering_id_id_index" on "offering_instance" ("offering_id", "id")');
    this.addSql('create index "offering_instance_status_id_index" on "offering_instance" ("status", "id")');
    this.addSql(
      'create index "offering_instance_tariff_plan_id_id_index" on "offering_instance" ("tariff_plan_id", "id")',
    );
    this.addSql('create index "offering_instance_region_id_id_index" on "offering_instance" ("region_id", "id")');
    this.addSql(
      'create table "subscribed_tariff" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_instance_id" uuid not null, "tariff_plan_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "subscribed_tariff_offering_instance_id_id_index" on "subscribed_tariff" ("offering_instance_id", "id")',
    );
    this.addSql(
      'create index "subscribed_tariff_tariff_plan_id_id_index" on "subscribed_tariff" ("tariff_plan_id", "id")',
    );
    this.addSql(
      'create unique index "subscribed_tariff_offering_instance_id_tariff_plan_id_together_" on "subscribed_tariff" ("offering_instance_id", "tariff_plan_id")',
    );
    this.addSql(
      'create table "product_instance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_no" varchar(60) not null, "access_number" varchar(60) null, "status" text not null, "suspend_reason" text null, "in_flight" text null, "product_id" uuid not null, "offering_instance_id" uuid null, "customer_id" uuid not null, "account_id" uuid null, "region_id" uuid not null, "install_address" varchar(400) null, "far_end_address" varchar(400) null, "characteristics" jsonb not null default \'{}\', "activated_at" timestamptz(3) null, "ended_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_instance_no_unique" unique ("instance_no")',
    );
    this.addSql('create index "product_instance_access_number_id_index" on "product_instance" ("access_number", "id")');
    this.addSql('create index "product_instance_status_id_index" on "product_instance" ("status", "id")');
    this.addSql('create index "product_instance_product_id_id_index" on "product_instance" ("product_id", "id")');
    this.addSql(
      'create index "product_instance_offering_instance_id_id_index" on "product_instance" ("offering_instance_id", "id")',
    );
    this.addSql('create index "product_instance_customer_id_id_index" on "product_instance" ("customer_id", "id")');
    this.addSql('create index "product_instance_account_id_id_index" on "product_instance" ("account_id", "id")');
    this.addSql('create index "product_instance_region_id_id_index" on "product_instance" ("region_id", "id")');
    this.addSql(
      'create index "product_instance_characteristics_gin" on "product_instance" using gin ("characteristics" jsonb_path_ops)',
    );
    this.addSql(
      'create table "sla_contract" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "contract_no" varchar(60) not null, "status" text not null, "customer_id" uuid not null, "region_id" uuid not null, "contract_id" uuid null, "offering_instance_id" uuid null, "product_instance_id" uuid null, "service_content" varchar(4000) null, "duties" varchar(4000) null, "penalty" varchar(4000) null, "customer_signatory" varchar(100) not null, "operator_signatory" varchar(100) not null, "signed_at" timestamptz(3) not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "auto_extend" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "sla_contract" add constraint "sla_contract_contract_no_unique" unique ("contract_no")');
    this.addSql('create index "sla_contract_status_id_index" on "sla_contract" ("status", "id")');
    this.addSql('create index "sla_contract_customer_id_id_index" on "sla_contract" ("customer_id", "id")');
    this.addSql('create index "sla_contract_region_id_id_index" on "sla_contract" ("region_id", "id")');
    this.addSql('create index "sla_contract_contract_id_id_index" on "sla_contract" ("contract_id", "id")');
    this.addSql(
      'create index "sla_contract_offering_instance_id_id_index" on "sla_contract" ("offering_instance_id", "id")',
    );
    this.addSql(
      'create index "sla_contract_product_instance_id_id_index" on "sla_contract" ("product_instance_id", "id")',
    );
    this.addSql(
      'create table "sla_term" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "sla_contract_id" uuid not null, "indicator_id" uuid not null, "committed_value" numeric not null, "warning_value" numeric not null, "alarm_value" numeric not null, "monitoring_cycle" text not null, "reporting_cycle" text not null, "compensation" varchar(1000) null, primary key ("id"))',
    );
    this.addSql('create index "sla_term_sla_contract_id_id_index" on "sla_term" ("sla_contract_id", "id")');
    this.addSql('create index "sla_term_indicator_id_id_index" on "sla_term" ("indicator_id", "id")');
    this.addSql(
      'create unique index "sla_term_sla_contract_id_indicator_id_together_unique" on "sla_term" ("sla_contract_id", "indicator_id")',
    );
    this.addSql(
      'create table "running_indicator" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "term_id" uuid not null, "value" numeric not null, "deviation" numeric not null, "level" text not null, "cycle_from" timestamptz(3) not null, "measured_at" timestamptz(3) not null, "source" text not null, "handler" varchar(200) not null, primary key ("id"))',
    );
    this.addSql('create index "running_indicator_term_id_id_index" on "running_indicator" ("term_id", "id")');
    this.addSql('create index "running_indicator_level_id_index" on "running_indicator" ("level", "id")');
    this.addSql('create index "running_indicator_cycle_from_id_index" on "running_indicator" ("cycle_from", "id")');
    this.addSql('create index "running_indicator_measured_at_id_index" on "running_indicator" ("measured_at", "id")');
    this.addSql(
      'create table "sla_problem" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "problem_no" varchar(60) not null, "term_id" uuid not null, "measurement_id" uuid null, "customer_id" uuid not null, "region_id" uuid not null, "source" text not null, "cycle_from" timestamptz(3) not null, "actual_value" numeric not null, "deviation" numeric not null, "details" varchar(2000) null, "reporter" varchar(200) not null, "reported_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('alter table "sla_problem" add constraint "sla_problem_problem_no_unique" unique ("problem_no")');
    this.addSql('create index "sla_problem_term_id_id_index" on "sla_problem" ("term_id", "id")');
    this.addSql('create index "sla_problem_measurement_id_id_index" on "sla_problem" ("measurement_id", "id")');
    this.addSql('create index "sla_problem_customer_id_id_index" on "sla_problem" ("customer_id", "id")');
    this.addSql('create index "sla_problem_region_id_id_index" on "sla_problem" ("region_id", "id")');
    this.addSql('create index "sla_problem_cycle_from_id_index" on "sla_problem" ("cycle_from", "id")');
    this.addSql('create index "sla_problem_reported_at_id_index" on "sla_problem" ("reported_at", "id")');
    this.addSql(
      'create unique index "sla_problem_term_id_cycle_from_together_unique" on "sla_problem" ("term_id", "cycle_from")',
    );
    this.addSql(
      'create table "product_group_member" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "group_id" uuid not null, "instance_id" uuid not null, "role" text not null, "short_number" varchar(20) null, "turn" int null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "product_group_member_group_id_id_index" on "product_group_member" ("group_id", "id")');
    this.addSql(
      'create index "product_group_member_instance_id_id_index" on "product_group_member" ("instance_id", "id")',
    );
    this.addSql(
      'create unique index "product_group_member_group_id_instance_id_together_unique" on "product_group_member" ("group_id", "instance_id")',
    );
    this.addSql(
      'create table "payment_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_id" uuid not null, "charge_item_type" varchar(60) null, "account_id" uuid not null, "share_type" text not null, "share_value" numeric not null, "priority" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "payment_rule_instance_id_id_index" on "payment_rule" ("instance_id", "id")');
    this.addSql('create index "payment_rule_account_id_id_index" on "payment_rule" ("account_id", "id")');
    this.addSql(
      'create table "instance_relationship" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, primary key ("id"))',
    );
    this.addSql('create index "instance_relationship_from_id_id_index" on "instance_relationship" ("from_id", "id")');
    this.addSql('create index "instance_relationship_to_id_id_index" on "instance_relationship" ("to_id", "id")');
    this.addSql(
      'create unique index "instance_relationship_from_id_to_id_kind_together_unique" on "instance_relationship" ("from_id", "to_id", "kind")',
    );
    this.addSql(
      'create table "instance_party" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_id" uuid not null, "customer_id" uuid not null, "role" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "instance_party_instance_id_id_index" on "instance_party" ("instance_id", "id")');
    this.addSql('create index "instance_party_customer_id_id_index" on "instance_party" ("customer_id", "id")');
    this.addSql(
      'create unique index "instance_party_instance_id_current_unique" on "instance_party" ("instance_id") where role = \'OWNER\' and validity_to is null',
    );
    this.addSql(
      'create table "order_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_id" uuid not null, "item_no" int not null, "action" text not null, "offering_id" uuid null, "offering_instance_id" uuid null, "product_instance_id" uuid null, "quantity" int not null, "tariff_plan_id" uuid null, "one_time_price_amount" numeric null, "one_time_price_currency" varchar(3) null, "recurring_price_amount" numeric null, "recurring_price_currency" varchar(3) null, "characteristics" jsonb not null default \'{}\', "new_owner_id" uuid null, "install_address" varchar(400) null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "order_item_order_id_id_index" on "order_item" ("order_id", "id")');
    this.addSql('create index "order_item_offering_id_id_index" on "order_item" ("offering_id", "id")');
    this.addSql(
      'create index "order_item_offering_instance_id_id_index" on "order_item" ("offering_instance_id", "id")',
    );
    this.addSql('create index "order_item_product_instance_id_id_index" on "order_item" ("product_instance_id", "id")');
    this.addSql('create index "order_item_tariff_plan_id_id_index" on "order_item" ("tariff_plan_id", "id")');
    this.addSql(
      'create index "order_item_characteristics_gin" on "order_item" using gin ("characteristics" jsonb_path_ops)',
    );
    this.addSql('create index "order_item_new_owner_id_id_index" on "order_item" ("new_owner_id", "id")');
    this.addSql(
      'create table "service_order" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "service_order_no" varchar(40) not null, "order_id" uuid not null, "order_item_id" uuid not null, "product_id" uuid not null, "product_instance_id" uuid not null, "action" text not null, "status" text not null, "progress" int not null, "attempt" int not null, "external_ref" varchar(100) null, "former_refs" text[] not null, "association_key" varchar(40) not null, "associated_total" int not null, "can_open_alone" boolean not null, "characteristics" jsonb not null default \'{}\', "return_cause" text null, "return_reason" varchar(500) null, "planned_install_at" timestamptz(3) null, "dispatched_at" timestamptz(3) null, "completed_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "service_order" add constraint "service_order_service_order_no_unique" unique ("service_order_no")',
    );
    this.addSql('create index "service_order_order_id_id_index" on "service_order" ("order_id", "id")');
    this.addSql('create index "service_order_order_item_id_id_index" on "service_order" ("order_item_id", "id")');
    this.addSql('create index "service_order_product_id_id_index" on "service_order" ("product_id", "id")');
    this.addSql(
      'create index "service_order_product_instance_id_id_index" on "service_order" ("product_instance_id", "id")',
    );
    this.addSql('create index "service_order_status_id_index" on "service_order" ("status", "id")');
    this.addSql('create index "service_order_external_ref_id_index" on "service_order" ("external_ref", "id")');
    this.addSql(
      'create index "service_order_characteristics_gin" on "service_order" using gin ("characteristics" jsonb_path_ops)',
    );
    this.addSql(
      'create index "service_order_planned_install_at_id_index" on "service_order" ("planned_install_at", "id")',
    );
    this.addSql('create index "service_order_dispatched_at_id_index" on "service_order" ("dispatched_at", "id")');
    this.addSql('create index "service_order_completed_at_id_index" on "service_order" ("completed_at", "id")');
    this.addSql(
      'create table "service_order_report" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "service_order_id" uuid not null, "report_id" varchar(100) not null, "external_ref" varchar(100) not null, "state" text not null, "percent" int not null, "reported_at" timestamptz(3) not null, "applied" boolean not null, primary key ("id"))',
    );
    this.addSql(
      'create index "service_order_report_service_order_id_id_index" on "service_order_report" ("service_order_id", "id")',
    );
    this.addSql(
      'create unique index "service_order_report_service_order_id_report_id_together_unique" on "service_order_report" ("service_order_id", "report_id")',
    );
    this.addSql(
      'create table "order_item_component" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_item_id" uuid not null, "product_id" uuid not null, "quantity" int not null, primary key ("id"))',
    );
    this.addSql(
      'create index "order_item_component_order_item_id_id_index" on "order_item_component" ("order_item_id", "id")',
    );
    this.addSql(
      'create index "order_item_component_product_id_id_index" on "order_item_component" ("product_id", "id")',
    );
    this.addSql(
      'create table "contract_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "contract_id" uuid not null, "offering_instance_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "contract_item_contract_id_id_index" on "contract_item" ("contract_id", "id")');
    this.addSql(
      'create index "contract_item_offering_instance_id_id_index" on "contract_item" ("offering_instance_id", "id")',
    );
    this.addSql(
      'create unique index "contract_item_contract_id_offering_instance_id_together_unique" on "contract_item" ("contract_id", "offering_instance_id")',
    );
    this.addSql(
      'create table "tariff_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "type" text not null, "equivalent" text not null, "value" numeric null, "currency" varchar(3) null, "unit" varchar(20) null, "period" text null, "formula" varchar(2000) null, "service" text null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "tariff_rule" add constraint "tariff_rule_code_unique" unique ("code")');
    this.addSql('create index "tariff_rule_name_id_index" on "tariff_rule" ("name", "id")');
    this.addSql('create index "tariff_rule_name_search" on "tariff_rule" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "tariff_plan_member" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "plan_id" uuid not null, "rule_id" uuid null, "nested_plan_id" uuid null, "priority" int not null, primary key ("id"))',
    );
    this.addSql('create index "tariff_plan_member_plan_id_id_index" on "tariff_plan_member" ("plan_id", "id")');
    this.addSql('create index "tariff_plan_member_rule_id_id_index" on "tariff_plan_member" ("rule_id", "id")');
    this.addSql(
      'create index "tariff_plan_member_nested_plan_id_id_index" on "tariff_plan_member" ("nested_plan_id", "id")',
    );
    this.addSql(
      'create table "ticket_category" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "ticket_kind" text not null, "parent_id" uuid null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "ticket_category" add constraint "ticket_category_code_unique" unique ("code")');
    this.addSql('create index "ticket_category_name_id_index" on "ticket_category" ("name", "id")');
    this.addSql('create index "ticket_category_name_search" on "ticket_category" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "ticket_category_parent_id_id_index" on "ticket_category" ("parent_id", "id")');
    this.addSql(
      'create table "problem_ticket" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "ticket_no" varchar(40) not null, "customer_id" uuid null, "customer_level" text null, "product_instance_id" uuid null, "account_id" uuid null, "region_id" uuid not null, "category_id" uuid not null, "status" text not null, "priority" text not null, "severity" text not null, "origin" text not null, "channel" text not null, "accepted_at" timestamptz(3) not null, "accepted_by_id" uuid null, "content" varchar(4000) not null, "contact_name" varchar(100) null, "contact_phone" varchar(40) null, "contact_address" varchar(300) null, "reply_mode" text null, "service_number" varchar(40) null, "requested_resolve_at" timestamptz(3) null, "due_at" timestamptz(3) null, "resolved_at" timestamptz(3) null, "resolution" varchar(2000) null, "closed_at" timestamptz(3) null, "duplicate_of_id" uuid null, "repeat_count" int not null, "parent_id" uuid null, "assigned_organization_id" uuid null, "assigned_employee_id" uuid null, "escalation_level" int not null, "satisfaction" text null, "feedback" varchar(2000) null, "unsatisfied_visits" int not null, "alarm_level" int not null, "kind" text not null, "fault_at" timestamptz(3) null, "symptom" varchar(500) null, "level" text null, "appointment_at" timestamptz(3) null, "oss_reference" varchar(80) null, "mass_fault" boolean null, "no_fault_reason" text null, "cause" varchar(1000) null, "measures" varchar(1000) null, "repaired" boolean null, "repaired_at" timestamptz(3) null, "complained_at" timestamptz(3) null, "major_event" boolean null, "plan_consent" boolean null, "source_place" varchar(100) null, "receiving_place" varchar(100) null, "responsible_organization_id" uuid null, "adoption" text null, "adoption_reason" varchar(1000) null, "disputed_amount_amount" numeric null, "disputed_amount_currency" varchar(3) null, "billing_cycle" varchar(20) null, "charge_item" varchar(60) null, "verdict" text null, "verdict_evidence" varchar(1000) null, "solution_kind" text null, "solution_amount_amount" numeric null, "solution_amount_currency" varchar(3) null, "solution_drafted_by" varchar(100) null, primary key ("id"))',
    );
    this.addSql('alter table "problem_ticket" add constraint "problem_ticket_ticket_no_unique" unique ("ticket_no")');
    this.addSql('create index "problem_ticket_kind_index" on "problem_ticket" ("kind")');
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_oss_reference_unique" unique ("oss_reference")',
    );
    this.addSql('create index "problem_ticket_customer_id_id_index" on "problem_ticket" ("customer_id", "id")');
    this.addSql(
      'create index "problem_ticket_product_instance_id_id_index" on "problem_ticket" ("product_instance_id", "id")',
    );
    this.addSql('create index "problem_ticket_account_id_id_index" on "problem_ticket" ("account_id", "id")');
    this.addSql('create index "problem_ticket_region_id_id_index" on "problem_ticket" ("region_id", "id")');
    this.addSql('create index "problem_ticket_category_id_id_index" on "problem_ticket" ("category_id", "id")');
    this.addSql('create index "problem_ticket_status_id_index" on "problem_ticket" ("status", "id")');
    this.addSql('create index "problem_ticket_priority_id_index" on "problem_ticket" ("priority", "id")');
    this.addSql('create index "problem_ticket_accepted_at_id_index" on "problem_ticket" ("accepted_at", "id")');
    this.addSql('create index "problem_ticket_accepted_by_id_id_index" on "problem_ticket" ("accepted_by_id", "id")');
    this.addSql('create index "problem_ticket_service_number_id_index" on "problem_ticket" ("service_number", "id")');
    this.addSql('create index "problem_ticket_due_at_id_index" on "problem_ticket" ("due_at", "id")');
    this.addSql('create index "problem_ticket_resolved_at_id_index" on "problem_ticket" ("resolved_at", "id")');
    this.addSql('create index "problem_ticket_duplicate_of_id_id_index" on "problem_ticket" ("duplicate_of_id", "id")');
    this.addSql('create index "problem_ticket_parent_id_id_index" on "problem_ticket" ("parent_id", "id")');
    this.addSql(
      'create index "problem_ticket_assigned_organization_id_id_index" on "problem_ticket" ("assigned_organization_id", "id")',
    );
    this.addSql(
      'create index "problem_ticket_assigned_employee_id_id_index" on "problem_ticket" ("assigned_employee_id", "id")',
    );
    this.addSql('create index "problem_ticket_fault_at_id_index" on "problem_ticket" ("fault_at", "id")');
    this.addSql(
      'create index "problem_ticket_responsible_organization_id_id_index" on "problem_ticket" ("responsible_organization_id", "id")',
    );
    this.addSql(
      'create table "dispatch_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "ticket_id" uuid not null, "role" text not null, "organization_id" uuid null, "status" text not null, "instruction" varchar(1000) null, "sent_at" timestamptz(3) not null, "due_at" timestamptz(3) null, "returned_at" timestamptz(3) null, "receipt" varchar(2000) null, primary key ("id"))',
    );
    this.addSql('create index "dispatch_item_ticket_id_id_index" on "dispatch_item" ("ticket_id", "id")');
    this.addSql('create index "dispatch_item_organization_id_id_index" on "dispatch_item" ("organization_id", "id")');
    this.addSql(
      'create table "ticket_contact" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "ticket_id" uuid not null, "contact_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "ticket_contact_ticket_id_id_index" on "ticket_contact" ("ticket_id", "id")');
    this.addSql('create index "ticket_contact_contact_id_id_index" on "ticket_contact" ("contact_id", "id")');
    this.addSql(
      'create table "ticket_escalation" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "ticket_id" uuid not null, "reason" text not null, "note" varchar(500) null, "from_level" int not null, "to_level" int not null, "escalated_at" timestamptz(3) not null, "escalated_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "ticket_escalation_ticket_id_id_index" on "ticket_escalation" ("ticket_id", "id")');
    this.addSql(
      'create table "ticket_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "ticket_kind" text null, "severity" text null, "customer_level" text null, "customer_type" text null, "fault_level" text null, "major_event_only" boolean not null, "minutes" int null, "priority" text null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "ticket_rule" add constraint "ticket_rule_code_unique" unique ("code")');
    this.addSql(
      'create table "trusted_document" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "hash" varchar(64) not null, "name" varchar(200) not null, "text" varchar(100000) not null, "operation" text not null, "cost" int not null, "version" int not null, "status" text not null, "registered_at" timestamptz(3) not null, "registered_by" varchar(200) not null, "retired_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "trusted_document" add constraint "trusted_document_hash_unique" unique ("hash")');
    this.addSql('create index "trusted_document_name_id_index" on "trusted_document" ("name", "id")');
    this.addSql('create index "trusted_document_name_search" on "trusted_document" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "trusted_document_status_id_index" on "trusted_document" ("status", "id")');
    this.addSql(
      'create table "document_usage" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "document_id" uuid not null, "client_id" uuid not null, "day" date not null, "count" int not null, "last_used_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "document_usage_document_id_id_index" on "document_usage" ("document_id", "id")');
    this.addSql('create index "document_usage_client_id_id_index" on "document_usage" ("client_id", "id")');
    this.addSql('create index "document_usage_day_id_index" on "document_usage" ("day", "id")');
    this.addSql(
      'create unique index "document_usage_document_id_client_id_day_together_unique" on "document_usage" ("document_id", "client_id", "day")',
    );
    this.addSql(
      'create table "document_allowance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "document_id" uuid not null, "client_id" uuid not null, "allowed_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "document_allowance_document_id_id_index" on "document_allowance" ("document_id", "id")');
    this.addSql('create index "document_allowance_client_id_id_index" on "document_allowance" ("client_id", "id")');
    this.addSql(
      'create unique index "document_allowance_document_id_client_id_together_unique" on "document_allowance" ("document_id", "client_id")',
    );
    this.addSql(
      'create table "user_account" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "login_no" varchar(60) not null, "kind" text not null, "employee_id" uuid null, "status" text not null, "must_change" boolean not null, "locked_until" timestamptz(3) null, "last_sign_in_at" timestamptz(3) null, "password_changed_at" timestamptz(3) not null, "password_hash" varchar(200) not null, "former_hashes" text[] not null, "failures" int not null, "session" int not null, primary key ("id"))',
    );
    this.addSql('alter table "user_account" add constraint "user_account_login_no_unique" unique ("login_no")');
    this.addSql('create index "user_account_employee_id_id_index" on "user_account" ("employee_id", "id")');
    this.addSql(
      'create table "webhook_subscription" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "name" varchar(200) not null, "url" varchar(2000) not null, "types" text[] not null, "subject_types" text[] not null, "customer_id" uuid null, "region_id" uuid null, "selection" varchar(10000) null, "status" text not null, "owner_kind" text not null, "owner_subject" varchar(200) not null, "partner_id" uuid null, "failures" int not null, "held_until" timestamptz(3) null, "previous_secret_until" timestamptz(3) null, "position" bigint not null, "secret" varchar(100) not null, "previous_secret" varchar(100) null, primary key ("id"))',
    );
    this.addSql('create index "webhook_subscription_name_id_index" on "webhook_subscription" ("name", "id")');
    this.addSql(
      'create index "webhook_subscription_name_search" on "webhook_subscription" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create index "webhook_subscription_customer_id_id_index" on "webhook_subscription" ("customer_id", "id")',
    );
    this.addSql('create index "webhook_subscription_region_id_id_index" on "webhook_subscription" ("region_id", "id")');
    this.addSql('create index "webhook_subscription_status_id_index" on "webhook_subscription" ("status", "id")');
    this.addSql(
      'create table "webhook_delivery" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "subscription_id" uuid not null, "event_type" varchar(100) not null, "test" boolean not null, "status" text not null, "attempt_count" int not null, "next_attempt_at" timestamptz(3) null, "retry_until" timestamptz(3) not null, "delivered_at" timestamptz(3) null, "response_code" int null, "body" jsonb null, "event_noun" varchar(60) null, "event_id" uuid null, "subject_type" varchar(60) not null, "subject_id" uuid not null, "position" bigint not null, "lane" smallint not null, primary key ("id"))',
    );
    this.addSql(
      'create index "webhook_delivery_subscription_id_id_index" on "webhook_delivery" ("subscription_id", "id")',
    );
    this.addSql('create index "webhook_delivery_status_id_index" on "webhook_delivery" ("status", "id")');
    this.addSql('create index "webhook_delivery_event" on "webhook_delivery" ("subscription_id", "event_id")');
    this.addSql(
      'create index "webhook_delivery_waiting" on "webhook_delivery" ("subscription_id", "subject_id", "position") where "status" = \'PENDING\'',
    );
    this.addSql(
      'create index "webhook_delivery_due" on "webhook_delivery" ("subscription_id", "lane", "next_attempt_at") where "status" = \'PENDING\'',
    );
    this.addSql(
      'create table "webhook_attempt" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "delivery_id" uuid not null, "number" int not null, "started_at" timestamptz(3) not null, "duration_ms" int not null, "outcome" text not null, "response_code" int null, "response_body" varchar(1024) null, "error" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "webhook_attempt_delivery_id_id_index" on "webhook_attempt" ("delivery_id", "id")');
    this.addSql(
      'alter table "api_key" add constraint "api_key_replaces_id_foreign" foreign key ("replaces_id") references "api_key" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "api_key" add constraint "api_key_kind_check" check ("kind" in (\'SYSTEM\', \'PARTNER\'))',
    );
    this.addSql(
      'alter table "audit_entry" add constraint "audit_entry_category_check" check ("category" in (\'LOGIN_LOGOUT\', \'BASIC_DATA\', \'BUSINESS\'))',
    );
    this.addSql(
      'alter table "audit_entry" add constraint "audit_entry_action_check" check ("action" in (\'ADD\', \'MODIFY\', \'DELETE\'))',
    );
    this.addSql(
      "alter table \"audit_entry\" add constraint \"audit_entry_result_check\" check (\"result\" in ('ACCEPTED', 'REFUSED', 'DENIED', 'FAILED'))",
    );
    this.addSql(
      "alter table \"audit_entry\" add constraint \"audit_entry_actor_kind_check\" check (\"actor_kind\" in ('ADMIN', 'STAFF', 'CUSTOMER', 'PARTNER', 'SYSTEM'))",
    );
    this.addSql(
      "create or replace function \"audit_entry_audit_entry_keep_fn\"() returns trigger as $$ begin raise exception 'entries of the operation log are never changed or removed' using errcode = 'insufficient_privilege'; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "audit_entry_keep" BEFORE TRUNCATE on "audit_entry" for each STATEMENT execute function "audit_entry_audit_entry_keep_fn"()',
    );
    this.addSql(
      "create or replace function \"audit_entry_audit_entry_guard_fn\"() returns trigger as $$ begin if tg_op = 'UPDATE' and old.\"seal_hash\" is null and new.\"seal_hash\" is not null and to_jsonb(new) - array['seal_position', 'seal_hash'] = to_jsonb(old) - array['seal_position', 'seal_hash'] then return new; end if; raise exception 'entries of the operation log are never changed or removed' using errcode = 'insufficient_privilege'; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "audit_entry_guard" BEFORE UPDATE OR DELETE on "audit_entry" for each ROW execute function "audit_entry_audit_entry_guard_fn"()',
    );
    this.addSql(
      'alter table "catalogue" add constraint "catalogue_subject_check" check ("subject" in (\'PRODUCT\', \'OFFERING\'))',
    );
    this.addSql(
      "alter table \"catalogue\" add constraint \"catalogue_purpose_check\" check (\"purpose\" in ('INTERNAL', 'SALES', 'CHANNEL', 'SEGMENT', 'CUSTOMER_GROUP', 'PRODUCT_LINE'))",
    );
    this.addSql(
      'alter table "catalogue" add constraint "catalogue_status_check" check ("status" in (\'DRAFT\', \'PUBLISHED\', \'SUPERSEDED\'))',
    );
    this.addSql(
      'alter table "catalogue_node" add constraint "catalogue_node_catalogue_id_foreign" foreign key ("catalogue_id") references "catalogue" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue_node" add constraint "catalogue_node_parent_id_foreign" foreign key ("parent_id") references "catalogue_node" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_type" add constraint "contact_type_parent_id_foreign" foreign key ("parent_id") references "contact_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_type" add constraint "contact_type_direction_check" check ("direction" in (\'INBOUND\', \'OUTBOUND\'))',
    );
    this.addSql(
      'alter table "contact_type" add constraint "contact_type_contact_class_check" check ("contact_class" in (\'SERVICE_REQUEST\', \'PROBLEM_REPORT\', \'OUTBOUND\'))',
    );
    this.addSql(
      'alter table "function_point" add constraint "function_point_kind_check" check ("kind" in (\'MUTATION\', \'SUBSCRIPTION\', \'PERMISSION\'))',
    );
    this.addSql(
      "alter table \"history_entry\" add constraint \"history_entry_actor_kind_check\" check (\"actor_kind\" in ('ADMIN', 'STAFF', 'CUSTOMER', 'PARTNER', 'SYSTEM'))",
    );
    this.addSql(
      'alter table "history_entry" add constraint "history_entry_kind_check" check ("kind" in (\'BUSINESS_FACT\', \'RECORD_CHANGE\', \'STATE_CHANGE\'))',
    );
    this.addSql(
      "alter table \"interaction_platform\" add constraint \"interaction_platform_platform_kind_check\" check (\"platform_kind\" in ('CTI', 'WEB', 'EMAIL', 'ACCOUNT_MANAGER', 'POS_AGENT', 'SMS', 'IVR', 'FAX_LETTER', 'SELF_SERVICE_TERMINAL'))",
    );
    this.addSql(
      "alter table \"system_parameter\" add constraint \"system_parameter_category_check\" check (\"category\" in ('SETTING', 'THRESHOLD', 'SCHEDULE', 'ALARM', 'FILTER', 'ACTION'))",
    );
    this.addSql(
      "alter table \"system_parameter\" add constraint \"system_parameter_type_check\" check (\"type\" in ('INT', 'DECIMAL', 'TEXT', 'BOOLEAN', 'DAY', 'INSTANT', 'THRESHOLD', 'SCHEDULE', 'ALARM', 'FILTER', 'ACTION'))",
    );
    this.addSql(
      'alter table "product_line" add constraint "product_line_business_line_id_foreign" foreign key ("business_line_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_line" add constraint "product_line_parent_id_foreign" foreign key ("parent_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering" add constraint "offering_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering" add constraint "offering_cloned_from_id_foreign" foreign key ("cloned_from_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"offering\" add constraint \"offering_status_check\" check (\"status\" in ('PENDING_APPROVAL', 'APPROVED', 'PENDING_PRICING', 'BILLING_PRICED', 'IN_USE', 'EXPIRED'))",
    );
    this.addSql(
      'alter table "offering" add constraint "offering_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      "alter table \"offering\" add constraint \"offering_guarantee_check\" check (\"guarantee\" in ('NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT'))",
    );
    this.addSql(
      'alter table "offering_relation" add constraint "offering_relation_from_id_foreign" foreign key ("from_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_relation" add constraint "offering_relation_to_id_foreign" foreign key ("to_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"offering_relation\" add constraint \"offering_relation_kind_check\" check (\"kind\" in ('DEPEND', 'EXCLUDE', 'COMPETE', 'UPGRADE', 'CROSS_SELL'))",
    );
    this.addSql(
      'alter table "region" add constraint "region_parent_id_foreign" foreign key ("parent_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"region\" add constraint \"region_kind_check\" check (\"kind\" in ('COUNTRY', 'PROVINCE', 'LOCAL_NETWORK', 'DISTRICT', 'AREA', 'COMMUNITY'))",
    );
    this.addSql(
      'alter table "party" add constraint "party_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "party" add constraint "party_parent_id_foreign" foreign key ("parent_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "party" add constraint "party_status_check" check ("status" in (\'ACTIVE\', \'INACTIVE\'))',
    );
    this.addSql(
      'alter table "party" add constraint "party_kind_check" check ("kind" in (\'EXTERNAL_ORGANIZATION\', \'INDIVIDUAL\', \'INTERNAL_ORGANIZATION\'))',
    );
    this.addSql(
      'alter table "party" add constraint "party_gender_check" check ("gender" in (\'MALE\', \'FEMALE\', \'OTHER\'))',
    );
    this.addSql(
      "alter table \"party\" add constraint \"party_education_check\" check (\"education\" in ('PRIMARY', 'SECONDARY', 'VOCATIONAL', 'BACHELOR', 'MASTER', 'DOCTOR'))",
    );
    this.addSql(
      "alter table \"party\" add constraint \"party_marital_status_check\" check (\"marital_status\" in ('SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED'))",
    );
    this.addSql(
      "alter table \"party\" add constraint \"party_scale_check\" check (\"scale\" in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE'))",
    );
    this.addSql(
      "alter table \"party\" add constraint \"party_type_check\" check (\"type\" in ('MANAGEMENT', 'DISTRICT', 'BUSINESS_AREA', 'BRANCH', 'AREA', 'HALL', 'TEAM'))",
    );
    this.addSql(
      'alter table "party" add constraint "party_owner_level_check" check ("owner_level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      'alter table "product" add constraint "product_provider_id_foreign" foreign key ("provider_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product" add constraint "product_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product" add constraint "product_cloned_from_id_foreign" foreign key ("cloned_from_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql('alter table "product" add constraint "product_kind_check" check ("kind" in (\'MAIN\', \'ATTACHED\'))');
    this.addSql(
      'alter table "product" add constraint "product_nature_check" check ("nature" in (\'COMMUNICATION\', \'PHYSICAL\', \'SOFT_SERVICE\'))',
    );
    this.addSql(
      "alter table \"product\" add constraint \"product_status_check\" check (\"status\" in ('PENDING_APPROVAL', 'APPROVED', 'IN_USE', 'EXPIRED', 'VOID'))",
    );
    this.addSql(
      'alter table "product" add constraint "product_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      'alter table "product" add constraint "product_provider_kind_check" check ("provider_kind" in (\'OWN\', \'OTHER_OPERATOR\', \'PARTNER\'))',
    );
    this.addSql(
      'alter table "product_service" add constraint "product_service_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_service\" add constraint \"product_service_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "product_relation" add constraint "product_relation_from_id_foreign" foreign key ("from_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_relation" add constraint "product_relation_to_id_foreign" foreign key ("to_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_relation\" add constraint \"product_relation_kind_check\" check (\"kind\" in ('ATTACH', 'EXCLUDE', 'DEPEND', 'COMPETE', 'UPGRADE', 'REPLACE'))",
    );
    this.addSql(
      'alter table "product_relation" add constraint "product_relation_selection_check" check ("selection" in (\'OPTIONAL\', \'DEFAULT\', \'REQUIRED\'))',
    );
    this.addSql(
      'alter table "product_attribute" add constraint "product_attribute_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_attribute\" add constraint \"product_attribute_data_type_check\" check (\"data_type\" in ('TEXT', 'INTEGER', 'DECIMAL', 'BOOLEAN', 'DATE', 'CHOICE'))",
    );
    this.addSql(
      'alter table "offering_component" add constraint "offering_component_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_component" add constraint "offering_component_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"offering_component\" add constraint \"offering_component_lifecycle_control_check\" check (\"lifecycle_control\" in ('NONE', 'ABSOLUTE_TIME', 'RELATIVE_TIME', 'SPEND_AMOUNT'))",
    );
    this.addSql(
      'alter table "offering_component" add constraint "offering_component_breach_action_check" check ("breach_action" in (\'FORBID\', \'PENALTY\', \'REPLACE_PLAN\'))',
    );
    this.addSql(
      'alter table "instance_state_rule" add constraint "instance_state_rule_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"instance_state_rule\" add constraint \"instance_state_rule_status_check\" check (\"status\" in ('PENDING', 'ACTIVE', 'SUSPENDED', 'REMOVING', 'REMOVED'))",
    );
    this.addSql(
      'alter table "instance_state_rule" add constraint "instance_state_rule_suspend_reason_check" check ("suspend_reason" in (\'ARREARS\', \'VIOLATION\', \'CUSTOMER_REQUEST\'))',
    );
    this.addSql(
      "alter table \"instance_state_rule\" add constraint \"instance_state_rule_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "catalogue_entry" add constraint "catalogue_entry_heading_id_foreign" foreign key ("heading_id") references "catalogue_node" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue_entry" add constraint "catalogue_entry_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue_entry" add constraint "catalogue_entry_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "party_identification" add constraint "party_identification_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"party_identification\" add constraint \"party_identification_type_check\" check (\"type\" in ('ID_CARD', 'PASSPORT', 'MILITARY_ID', 'TRAVEL_PERMIT', 'DRIVING_LICENCE', 'REGISTRATION_NO'))",
    );
    this.addSql(
      'alter table "parameter_value" add constraint "parameter_value_parameter_id_foreign" foreign key ("parameter_id") references "system_parameter" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "parameter_value" add constraint "parameter_value_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee" add constraint "employee_person_id_foreign" foreign key ("person_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee" add constraint "employee_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee" add constraint "employee_status_check" check ("status" in (\'ACTIVE\', \'INVALID\', \'DELETED\'))',
    );
    this.addSql(
      'alter table "contact_medium" add constraint "contact_medium_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"contact_medium\" add constraint \"contact_medium_kind_check\" check (\"kind\" in ('PHONE_FIXED', 'MOBILE', 'PAGER', 'EMAIL', 'FAX', 'POST', 'WEB'))",
    );
    this.addSql(
      "alter table \"contact_medium\" add constraint \"contact_medium_purpose_check\" check (\"purpose\" in ('GENERAL', 'HOME', 'WORK', 'BILLING', 'SERVICE', 'EMERGENCY'))",
    );
    this.addSql(
      'alter table "organization_region" add constraint "organization_region_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "organization_region" add constraint "organization_region_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee_region" add constraint "employee_region_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee_region" add constraint "employee_region_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_group" add constraint "customer_group_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer" add constraint "customer_party_id_foreign" foreign key ("party_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer" add constraint "customer_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer" add constraint "customer_account_manager_id_foreign" foreign key ("account_manager_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer" add constraint "customer_lifecycle_check" check ("lifecycle" in (\'POTENTIAL\', \'IN_NETWORK\', \'LEFT\'))',
    );
    this.addSql(
      'alter table "customer" add constraint "customer_in_network_phase_check" check ("in_network_phase" in (\'UPGRADE\', \'MATURE\', \'DECLINE\'))',
    );
    this.addSql(
      "alter table \"customer\" add constraint \"customer_customer_type_check\" check (\"customer_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      "alter table \"customer\" add constraint \"customer_service_level_check\" check (\"service_level\" in ('STANDARD', 'SAPPHIRE', 'JADE', 'DIAMOND'))",
    );
    this.addSql(
      'alter table "customer" add constraint "customer_secrecy_level_check" check ("secrecy_level" in (\'NORMAL\', \'CONFIDENTIAL\', \'SECRET\'))',
    );
    this.addSql(
      'alter table "product_group" add constraint "product_group_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_group" add constraint "product_group_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_group\" add constraint \"product_group_kind_check\" check (\"kind\" in ('CENTREX', 'HUNT', 'FAMILY', 'VPN'))",
    );
    this.addSql(
      'alter table "payment_account" add constraint "payment_account_owner_id_foreign" foreign key ("owner_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"payment_account\" add constraint \"payment_account_kind_check\" check (\"kind\" in ('CREDIT_CARD', 'COLLECTION', 'CASH', 'PREPAID_DEPOSIT'))",
    );
    this.addSql(
      'alter table "group_membership" add constraint "group_membership_group_id_foreign" foreign key ("group_id") references "customer_group" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "group_membership" add constraint "group_membership_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "group_membership" add constraint "group_membership_member_group_id_foreign" foreign key ("member_group_id") references "customer_group" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_relationship" add constraint "customer_relationship_from_id_foreign" foreign key ("from_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_relationship" add constraint "customer_relationship_to_id_foreign" foreign key ("to_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_relationship" add constraint "customer_relationship_type_check" check ("type" in (\'OWNERSHIP\', \'JOINT_LIABILITY\', \'LOOSE\'))',
    );
    this.addSql(
      'alter table "customer_relationship" add constraint "customer_relationship_direction_check" check ("direction" in (\'NONE\', \'ONE_WAY\', \'TWO_WAY\'))',
    );
    this.addSql(
      'alter table "customer_credential" add constraint "customer_credential_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_credential\" add constraint \"customer_credential_purpose_check\" check (\"purpose\" in ('QUERY', 'CHANGE', 'ACCEPT', 'WHOLE'))",
    );
    this.addSql(
      'alter table "customer_code" add constraint "customer_code_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_code" add constraint "customer_code_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      'alter table "contact_person" add constraint "contact_person_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_person" add constraint "contact_person_person_id_foreign" foreign key ("person_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"contact_person\" add constraint \"contact_person_contact_type_check\" check (\"contact_type\" in ('GENERAL', 'LEGAL', 'USING', 'FINANCE', 'BUILDING', 'MAINTENANCE', 'TECHNICAL', 'FAMILY'))",
    );
    this.addSql(
      'alter table "contract" add constraint "contract_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contract" add constraint "contract_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contract" add constraint "contract_original_id_foreign" foreign key ("original_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"contract\" add constraint \"contract_kind_check\" check (\"kind\" in ('SERVICE', 'FRAMEWORK', 'SUPPLEMENT', 'RENEWAL'))",
    );
    this.addSql(
      'alter table "contract" add constraint "contract_status_check" check ("status" in (\'NEW\', \'SIGNED\', \'INVALID\'))',
    );
    this.addSql(
      "alter table \"contract\" add constraint \"contract_execution_check\" check (\"execution\" in ('ACCEPTED', 'ENGINEERING', 'PROVISIONING', 'DONE'))",
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_type_id_foreign" foreign key ("type_id") references "contact_type" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_mode_id_foreign" foreign key ("mode_id") references "contact_mode" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_platform_id_foreign" foreign key ("platform_id") references "interaction_platform" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_follows_id_foreign" foreign key ("follows_id") references "contact_event" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_direction_check" check ("direction" in (\'INBOUND\', \'OUTBOUND\'))',
    );
    this.addSql(
      "alter table \"contact_event\" add constraint \"contact_event_status_check\" check (\"status\" in ('CREATED', 'IDENTIFIED', 'CLASSIFIED', 'HANDLING', 'HANDED_OVER', 'COMPLETED', 'ARCHIVED'))",
    );
    this.addSql(
      'alter table "contact_event" add constraint "contact_event_result_check" check ("result" in (\'SUCCESS\', \'FAILURE\'))',
    );
    this.addSql(
      'alter table "account" add constraint "account_owner_id_foreign" foreign key ("owner_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "account" add constraint "account_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "account" add constraint "account_status_check" check ("status" in (\'IN_USE\', \'SUSPENDED\', \'INVALID\'))',
    );
    this.addSql(
      'alter table "account" add constraint "account_billing_cycle_check" check ("billing_cycle" in (\'MONTHLY\', \'QUARTERLY\', \'YEARLY\'))',
    );
    this.addSql(
      "alter table \"account\" add constraint \"account_payment_mode_check\" check (\"payment_mode\" in ('CASH', 'CHECK', 'ELECTRONIC_CHECK', 'BANK_TRANSFER', 'COLLECTION', 'CREDIT_CARD', 'PREPAID'))",
    );
    this.addSql(
      'alter table "account" add constraint "account_bill_format_check" check ("bill_format" in (\'SUMMARY\', \'STANDARD\', \'ITEMISED\'))',
    );
    this.addSql(
      "alter table \"account\" add constraint \"account_bill_delivery_check\" check (\"bill_delivery\" in ('NONE', 'POST', 'EMAIL', 'SMS', 'PORTAL'))",
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_order" add constraint "customer_order_kind_check" check ("kind" in (\'NORMAL\', \'PRE_ACCEPTED\', \'PRE_PROVISIONED\'))',
    );
    this.addSql(
      "alter table \"customer_order\" add constraint \"customer_order_source_check\" check (\"source\" in ('INTERNAL_MODULE', 'OTHER_REGION_CRM', 'ACCESS_PLATFORM', 'PARTNER_PORTAL', 'BILLING', 'OTHER'))",
    );
    this.addSql(
      "alter table \"customer_order\" add constraint \"customer_order_status_check\" check (\"status\" in ('DRAFT', 'WAITING_CONFLICT', 'PRE_ACCEPTED', 'PENDING_REVIEW', 'APPROVED', 'IN_PROVISIONING', 'EXCEPTION', 'CHANGE_PENDING', 'CANCEL_PENDING', 'DEFERRED', 'WAITING_INSTALL', 'COMPLETED', 'CANCELLED'))",
    );
    this.addSql(
      "alter table \"customer_order\" add constraint \"customer_order_exception_cause_check\" check (\"exception_cause\" in ('REVIEW', 'RESOURCE', 'CUSTOMER', 'TECHNICAL'))",
    );
    this.addSql(
      'alter table "account_payment_account" add constraint "account_payment_account_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "account_payment_account" add constraint "account_payment_account_payment_account_id_foreign" foreign key ("payment_account_id") references "payment_account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "review_rule" add constraint "review_rule_kind_check" check ("kind" in (\'NORMAL\', \'PRE_ACCEPTED\', \'PRE_PROVISIONED\'))',
    );
    this.addSql(
      "alter table \"review_rule\" add constraint \"review_rule_source_check\" check (\"source\" in ('INTERNAL_MODULE', 'OTHER_REGION_CRM', 'ACCESS_PLATFORM', 'PARTNER_PORTAL', 'BILLING', 'OTHER'))",
    );
    this.addSql(
      "alter table \"review_rule\" add constraint \"review_rule_action_check\" check (\"action\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "job_role" add constraint "job_role_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "job_position" add constraint "job_position_default_role_id_foreign" foreign key ("default_role_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "job_position" add constraint "job_position_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "position_role" add constraint "position_role_position_id_foreign" foreign key ("position_id") references "job_position" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "position_role" add constraint "position_role_role_id_foreign" foreign key ("role_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee_position" add constraint "employee_position_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "employee_position" add constraint "employee_position_position_id_foreign" foreign key ("position_id") references "job_position" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_role_id_foreign" foreign key ("role_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_function_point_id_foreign" foreign key ("function_point_id") references "function_point" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_position_id_foreign" foreign key ("position_id") references "job_position" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_granted_by_id_foreign" foreign key ("granted_by_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "role_part" add constraint "role_part_role_id_foreign" foreign key ("role_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "role_part" add constraint "role_part_part_id_foreign" foreign key ("part_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "role_permission" add constraint "role_permission_role_id_foreign" foreign key ("role_id") references "job_role" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "role_permission" add constraint "role_permission_function_point_id_foreign" foreign key ("function_point_id") references "function_point" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_dimension_id_foreign" foreign key ("dimension_id") references "segment_dimension" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_owner_organization_id_foreign" foreign key ("owner_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_responsible_id_foreign" foreign key ("responsible_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_status_check" check ("status" in (\'ACTIVE\', \'RETIRED\'))',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_priority_check" check ("priority" in (\'HIGH\', \'MEDIUM\', \'LOW\'))',
    );
    this.addSql(
      'alter table "segment_membership" add constraint "segment_membership_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "segment_membership" add constraint "segment_membership_segment_id_foreign" foreign key ("segment_id") references "customer_segment" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "segment_membership" add constraint "segment_membership_dimension_id_foreign" foreign key ("dimension_id") references "segment_dimension" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "service_relation" add constraint "service_relation_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"service_relation\" add constraint \"service_relation_running_check\" check (\"running\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      "alter table \"service_relation\" add constraint \"service_relation_requested_check\" check (\"requested\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      "alter table \"service_relation\" add constraint \"service_relation_decision_check\" check (\"decision\" in ('REJECT', 'WAIT', 'OVERRIDE', 'ALLOW'))",
    );
    this.addSql(
      "alter table \"sla_indicator\" add constraint \"sla_indicator_indicator_class_check\" check (\"indicator_class\" in ('PROVISIONING', 'AVAILABILITY', 'REPAIR', 'QUALITY', 'SERVICE'))",
    );
    this.addSql(
      'alter table "sla_indicator" add constraint "sla_indicator_direction_check" check ("direction" in (\'HIGHER_BETTER\', \'LOWER_BETTER\'))',
    );
    this.addSql(
      'alter table "sla_indicator" add constraint "sla_indicator_value_kind_check" check ("value_kind" in (\'DISCRETE\', \'CONTINUOUS\'))',
    );
    this.addSql(
      'alter table "sla_template" add constraint "sla_template_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_template_item" add constraint "sla_template_item_template_id_foreign" foreign key ("template_id") references "sla_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_template_item" add constraint "sla_template_item_indicator_id_foreign" foreign key ("indicator_id") references "sla_indicator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "social_group" add constraint "social_group_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "social_group" add constraint "social_group_kind_check" check ("kind" in (\'FAMILY\', \'CLUB\', \'OTHER\'))',
    );
    this.addSql(
      'alter table "social_group_membership" add constraint "social_group_membership_group_id_foreign" foreign key ("group_id") references "social_group" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "social_group_membership" add constraint "social_group_membership_member_id_foreign" foreign key ("member_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "standard_unit" add constraint "standard_unit_parent_id_foreign" foreign key ("parent_id") references "standard_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"standard_unit\" add constraint \"standard_unit_type_check\" check (\"type\" in ('MANAGEMENT', 'DISTRICT', 'BUSINESS_AREA', 'BRANCH', 'AREA', 'HALL', 'TEAM'))",
    );
    this.addSql(
      'alter table "standard_unit_use" add constraint "standard_unit_use_unit_id_foreign" foreign key ("unit_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "standard_unit_use" add constraint "standard_unit_use_standard_unit_id_foreign" foreign key ("standard_unit_id") references "standard_unit" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan" add constraint "tariff_plan_type_check" check ("type" in (\'ONE_TIME\', \'PERIODIC\', \'USAGE\'))',
    );
    this.addSql(
      "alter table \"tariff_plan\" add constraint \"tariff_plan_status_check\" check (\"status\" in ('DRAFT', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'EXPIRED'))",
    );
    this.addSql(
      "alter table \"tariff_plan\" add constraint \"tariff_plan_period_check\" check (\"period\" in ('DAY', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      'alter table "offering_tariff" add constraint "offering_tariff_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_tariff" add constraint "offering_tariff_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_sla" add constraint "offering_sla_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_sla" add constraint "offering_sla_template_id_foreign" foreign key ("template_id") references "sla_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_sla" add constraint "offering_sla_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_sla_item" add constraint "offering_sla_item_offering_sla_id_foreign" foreign key ("offering_sla_id") references "offering_sla" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_sla_item" add constraint "offering_sla_item_indicator_id_foreign" foreign key ("indicator_id") references "sla_indicator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "offering_instance" add constraint "offering_instance_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"offering_instance\" add constraint \"offering_instance_status_check\" check (\"status\" in ('ACTIVE', 'BROKEN', 'REPLACED', 'ENDED'))",
    );
    this.addSql(
      'alter table "subscribed_tariff" add constraint "subscribed_tariff_offering_instance_id_foreign" foreign key ("offering_instance_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "subscribed_tariff" add constraint "subscribed_tariff_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_offering_instance_id_foreign" foreign key ("offering_instance_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_instance\" add constraint \"product_instance_status_check\" check (\"status\" in ('PENDING', 'ACTIVE', 'SUSPENDED', 'REMOVING', 'REMOVED'))",
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_suspend_reason_check" check ("suspend_reason" in (\'ARREARS\', \'VIOLATION\', \'CUSTOMER_REQUEST\'))',
    );
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_in_flight_check" check ("in_flight" in (\'MOVING\', \'CHANGING\'))',
    );
    this.addSql(
      'alter table "sla_contract" add constraint "sla_contract_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_contract" add constraint "sla_contract_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_contract" add constraint "sla_contract_contract_id_foreign" foreign key ("contract_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_contract" add constraint "sla_contract_offering_instance_id_foreign" foreign key ("offering_instance_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_contract" add constraint "sla_contract_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"sla_contract\" add constraint \"sla_contract_status_check\" check (\"status\" in ('ACTIVE', 'EXPIRING', 'RENEWED', 'TERMINATED'))",
    );
    this.addSql(
      'alter table "sla_term" add constraint "sla_term_sla_contract_id_foreign" foreign key ("sla_contract_id") references "sla_contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_term" add constraint "sla_term_indicator_id_foreign" foreign key ("indicator_id") references "sla_indicator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"sla_term\" add constraint \"sla_term_monitoring_cycle_check\" check (\"monitoring_cycle\" in ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      "alter table \"sla_term\" add constraint \"sla_term_reporting_cycle_check\" check (\"reporting_cycle\" in ('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      'alter table "running_indicator" add constraint "running_indicator_term_id_foreign" foreign key ("term_id") references "sla_term" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "running_indicator" add constraint "running_indicator_level_check" check ("level" in (\'OK\', \'WARNING\', \'VIOLATION\'))',
    );
    this.addSql(
      'alter table "running_indicator" add constraint "running_indicator_source_check" check ("source" in (\'OSS\', \'PROCESS\', \'MANUAL\'))',
    );
    this.addSql(
      'alter table "sla_problem" add constraint "sla_problem_term_id_foreign" foreign key ("term_id") references "sla_term" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_problem" add constraint "sla_problem_measurement_id_foreign" foreign key ("measurement_id") references "running_indicator" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_problem" add constraint "sla_problem_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_problem" add constraint "sla_problem_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sla_problem" add constraint "sla_problem_source_check" check ("source" in (\'AUTO\', \'MANUAL\', \'STANDARD\'))',
    );
    this.addSql(
      'alter table "product_group_member" add constraint "product_group_member_group_id_foreign" foreign key ("group_id") references "product_group" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_group_member" add constraint "product_group_member_instance_id_foreign" foreign key ("instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_group_member" add constraint "product_group_member_role_check" check ("role" in (\'MEMBER\', \'PILOT\'))',
    );
    this.addSql(
      'alter table "payment_rule" add constraint "payment_rule_instance_id_foreign" foreign key ("instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "payment_rule" add constraint "payment_rule_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "payment_rule" add constraint "payment_rule_share_type_check" check ("share_type" in (\'PERCENT\', \'AMOUNT\'))',
    );
    this.addSql(
      'alter table "instance_relationship" add constraint "instance_relationship_from_id_foreign" foreign key ("from_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "instance_relationship" add constraint "instance_relationship_to_id_foreign" foreign key ("to_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"instance_relationship\" add constraint \"instance_relationship_kind_check\" check (\"kind\" in ('GUARANTEE', 'DEPEND', 'ATTACHED', 'CO_LINE'))",
    );
    this.addSql(
      'alter table "instance_party" add constraint "instance_party_instance_id_foreign" foreign key ("instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "instance_party" add constraint "instance_party_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "instance_party" add constraint "instance_party_role_check" check ("role" in (\'OWNER\', \'PAYER\', \'USER\'))',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_offering_instance_id_foreign" foreign key ("offering_instance_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_tariff_plan_id_foreign" foreign key ("tariff_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item" add constraint "order_item_new_owner_id_foreign" foreign key ("new_owner_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"order_item\" add constraint \"order_item_action_check\" check (\"action\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "service_order" add constraint "service_order_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "service_order" add constraint "service_order_order_item_id_foreign" foreign key ("order_item_id") references "order_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "service_order" add constraint "service_order_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "service_order" add constraint "service_order_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"service_order\" add constraint \"service_order_action_check\" check (\"action\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      "alter table \"service_order\" add constraint \"service_order_status_check\" check (\"status\" in ('CREATED', 'DISPATCHED', 'IN_PROGRESS', 'RETURNED', 'DEFERRED', 'REOPENED', 'WAITING_INSTALL', 'CHANGE_PENDING', 'CANCEL_PENDING', 'COMPLETED', 'CANCELLED'))",
    );
    this.addSql(
      "alter table \"service_order\" add constraint \"service_order_return_cause_check\" check (\"return_cause\" in ('REVIEW', 'RESOURCE', 'CUSTOMER', 'TECHNICAL'))",
    );
    this.addSql(
      'alter table "service_order_report" add constraint "service_order_report_service_order_id_foreign" foreign key ("service_order_id") references "service_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"service_order_report\" add constraint \"service_order_report_state_check\" check (\"state\" in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'RETURNED'))",
    );
    this.addSql(
      'alter table "order_item_component" add constraint "order_item_component_order_item_id_foreign" foreign key ("order_item_id") references "order_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "order_item_component" add constraint "order_item_component_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contract_item" add constraint "contract_item_contract_id_foreign" foreign key ("contract_id") references "contract" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "contract_item" add constraint "contract_item_offering_instance_id_foreign" foreign key ("offering_instance_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_rule" add constraint "tariff_rule_type_check" check ("type" in (\'ONE_TIME\', \'PERIODIC\', \'USAGE\'))',
    );
    this.addSql(
      'alter table "tariff_rule" add constraint "tariff_rule_equivalent_check" check ("equivalent" in (\'MONEY\', \'POINTS\', \'TRAFFIC\'))',
    );
    this.addSql(
      "alter table \"tariff_rule\" add constraint \"tariff_rule_period_check\" check (\"period\" in ('DAY', 'MONTH', 'QUARTER', 'YEAR'))",
    );
    this.addSql(
      "alter table \"tariff_rule\" add constraint \"tariff_rule_service_check\" check (\"service\" in ('INSTALL', 'REMOVE', 'MOVE', 'CHANGE', 'SWAP', 'SUSPEND', 'RESUME', 'TRANSFER'))",
    );
    this.addSql(
      'alter table "tariff_plan_member" add constraint "tariff_plan_member_plan_id_foreign" foreign key ("plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan_member" add constraint "tariff_plan_member_rule_id_foreign" foreign key ("rule_id") references "tariff_rule" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "tariff_plan_member" add constraint "tariff_plan_member_nested_plan_id_foreign" foreign key ("nested_plan_id") references "tariff_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "ticket_category" add constraint "ticket_category_parent_id_foreign" foreign key ("parent_id") references "ticket_category" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"ticket_category\" add constraint \"ticket_category_ticket_kind_check\" check (\"ticket_kind\" in ('FAULT', 'COMPLAINT', 'SUGGESTION', 'BILL_DISPUTE'))",
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_product_instance_id_foreign" foreign key ("product_instance_id") references "product_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_account_id_foreign" foreign key ("account_id") references "account" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_category_id_foreign" foreign key ("category_id") references "ticket_category" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_accepted_by_id_foreign" foreign key ("accepted_by_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_duplicate_of_id_foreign" foreign key ("duplicate_of_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_parent_id_foreign" foreign key ("parent_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_assigned_organization_id_foreign" foreign key ("assigned_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_assigned_employee_id_foreign" foreign key ("assigned_employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_responsible_organization_id_foreign" foreign key ("responsible_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_customer_level_check\" check (\"customer_level\" in ('STANDARD', 'SAPPHIRE', 'JADE', 'DIAMOND'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_status_check\" check (\"status\" in ('ACCEPTED', 'DUPLICATE_LINKED', 'CLASSIFIED', 'CONFIRMING', 'DISPATCHED', 'IN_PROCESS', 'REPAIRED', 'PLAN_RETURNED', 'VERIFYING', 'SOLUTION_DRAFT', 'APPROVAL_PENDING', 'CONSENT_PENDING', 'EXECUTING', 'RESOLVED', 'ANSWERING', 'CLOSED', 'ARCHIVED', 'CANCELLED'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_priority_check\" check (\"priority\" in ('URGENT', 'HIGH', 'NORMAL', 'LOW'))",
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_severity_check" check ("severity" in (\'CRITICAL\', \'MAJOR\', \'MINOR\'))',
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_origin_check\" check (\"origin\" in ('CUSTOMER', 'INTERNAL_OSS', 'OTHER_PROVINCE', 'GROUP', 'PARTNER'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_channel_check\" check (\"channel\" in ('HOTLINE', 'BUSINESS_HALL', 'PORTAL', 'ACCOUNT_MANAGER', 'EMAIL', 'SMS', 'PARTNER', 'SYSTEM'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_reply_mode_check\" check (\"reply_mode\" in ('PHONE', 'SMS', 'EMAIL', 'LETTER', 'VISIT', 'NONE'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_satisfaction_check\" check (\"satisfaction\" in ('VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_kind_check\" check (\"kind\" in ('BILL_DISPUTE', 'COMPLAINT_TICKET', 'FAULT_TICKET', 'SUGGESTION'))",
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_level_check" check ("level" in (\'FIRST\', \'SECOND\'))',
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_no_fault_reason_check\" check (\"no_fault_reason\" in ('ARREARS_SUSPENSION', 'CUSTOMER_SUSPENSION', 'CUT_OVER', 'KNOWN_EXPERIENCE', 'CUSTOMER_EQUIPMENT', 'OTHER'))",
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_adoption_check\" check (\"adoption\" in ('ADOPTED', 'PARTLY', 'REJECTED', 'DEFERRED'))",
    );
    this.addSql(
      'alter table "problem_ticket" add constraint "problem_ticket_verdict_check" check ("verdict" in (\'CORRECT\', \'WRONG\'))',
    );
    this.addSql(
      "alter table \"problem_ticket\" add constraint \"problem_ticket_solution_kind_check\" check (\"solution_kind\" in ('CANCEL_ARREARS', 'REFUND', 'COMPENSATION', 'PARTIAL_PAYMENT'))",
    );
    this.addSql(
      'alter table "dispatch_item" add constraint "dispatch_item_ticket_id_foreign" foreign key ("ticket_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "dispatch_item" add constraint "dispatch_item_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "dispatch_item" add constraint "dispatch_item_role_check" check ("role" in (\'MAIN\', \'CC\'))',
    );
    this.addSql(
      'alter table "dispatch_item" add constraint "dispatch_item_status_check" check ("status" in (\'SENT\', \'RETURNED\', \'WITHDRAWN\'))',
    );
    this.addSql(
      'alter table "ticket_contact" add constraint "ticket_contact_ticket_id_foreign" foreign key ("ticket_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "ticket_contact" add constraint "ticket_contact_contact_id_foreign" foreign key ("contact_id") references "contact_event" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "ticket_escalation" add constraint "ticket_escalation_ticket_id_foreign" foreign key ("ticket_id") references "problem_ticket" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"ticket_escalation\" add constraint \"ticket_escalation_reason_check\" check (\"reason\" in ('MASS_FAULT', 'FAULT_LEVEL', 'MEDIA_EXPOSURE', 'HOT_ISSUE', 'HOT_ISSUE_INTERNAL', 'REPEATED_BY_SAME_USER', 'SAME_ISSUE_BY_DIFFERENT_USERS', 'OVERDUE', 'SKIP_LEVEL', 'DISSATISFIED'))",
    );
    this.addSql(
      "alter table \"ticket_rule\" add constraint \"ticket_rule_ticket_kind_check\" check (\"ticket_kind\" in ('FAULT', 'COMPLAINT', 'SUGGESTION', 'BILL_DISPUTE'))",
    );
    this.addSql(
      'alter table "ticket_rule" add constraint "ticket_rule_severity_check" check ("severity" in (\'CRITICAL\', \'MAJOR\', \'MINOR\'))',
    );
    this.addSql(
      "alter table \"ticket_rule\" add constraint \"ticket_rule_customer_level_check\" check (\"customer_level\" in ('STANDARD', 'SAPPHIRE', 'JADE', 'DIAMOND'))",
    );
    this.addSql(
      "alter table \"ticket_rule\" add constraint \"ticket_rule_customer_type_check\" check (\"customer_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      'alter table "ticket_rule" add constraint "ticket_rule_fault_level_check" check ("fault_level" in (\'FIRST\', \'SECOND\'))',
    );
    this.addSql(
      "alter table \"ticket_rule\" add constraint \"ticket_rule_priority_check\" check (\"priority\" in ('URGENT', 'HIGH', 'NORMAL', 'LOW'))",
    );
    this.addSql(
      'alter table "trusted_document" add constraint "trusted_document_operation_check" check ("operation" in (\'QUERY\', \'MUTATION\', \'SUBSCRIPTION\'))',
    );
    this.addSql(
      'alter table "trusted_document" add constraint "trusted_document_status_check" check ("status" in (\'ACTIVE\', \'RETIRED\'))',
    );
    this.addSql(
      'alter table "document_usage" add constraint "document_usage_document_id_foreign" foreign key ("document_id") references "trusted_document" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document_usage" add constraint "document_usage_client_id_foreign" foreign key ("client_id") references "document_client" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document_allowance" add constraint "document_allowance_document_id_foreign" foreign key ("document_id") references "trusted_document" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document_allowance" add constraint "document_allowance_client_id_foreign" foreign key ("client_id") references "document_client" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "user_account" add constraint "user_account_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "user_account" add constraint "user_account_kind_check" check ("kind" in (\'STAFF\', \'ADMIN\'))',
    );
    this.addSql(
      'alter table "user_account" add constraint "user_account_status_check" check ("status" in (\'ACTIVE\', \'DISABLED\'))',
    );
    this.addSql(
      'alter table "webhook_subscription" add constraint "webhook_subscription_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "webhook_subscription" add constraint "webhook_subscription_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "webhook_subscription" add constraint "webhook_subscription_status_check" check ("status" in (\'ACTIVE\', \'PAUSED\', \'CLOSED\'))',
    );
    this.addSql(
      "alter table \"webhook_subscription\" add constraint \"webhook_subscription_owner_kind_check\" check (\"owner_kind\" in ('ADMIN', 'STAFF', 'CUSTOMER', 'PARTNER', 'SYSTEM'))",
    );
    this.addSql(
      'alter table "webhook_delivery" add constraint "webhook_delivery_subscription_id_foreign" foreign key ("subscription_id") references "webhook_subscription" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"webhook_delivery\" add constraint \"webhook_delivery_status_check\" check (\"status\" in ('PENDING', 'DELIVERED', 'PARKED', 'DROPPED'))",
    );
    this.addSql(
      'alter table "webhook_attempt" add constraint "webhook_attempt_delivery_id_foreign" foreign key ("delivery_id") references "webhook_delivery" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"webhook_attempt\" add constraint \"webhook_attempt_outcome_check\" check (\"outcome\" in ('ACCEPTED', 'REJECTED', 'TIMED_OUT', 'UNREACHABLE', 'TARGET_FORBIDDEN', 'SELECTION_FAILED'))",
    );
  }
}
