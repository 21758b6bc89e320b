import { Migration } from '@mikro-orm/migrations';

export class M0025ProductDesign extends Migration {
  override up(): void {
    this.addSql(
      'create table "product_design" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "title" varchar(200) not null, "idea" varchar(4000) not null, "features" text[] not null, "service_traits" varchar(4000) null, "feasibility" varchar(4000) null, "documents" text[] not null, "responsible" varchar(100) not null, "status" text not null, "product_line_id" uuid not null, "owner_id" uuid null, "product_id" uuid null, "launched_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "product_design" add constraint "product_design_code_unique" unique ("code")');
    this.addSql('create index "product_design_title_id_index" on "product_design" ("title", "id")');
    this.addSql('create index "product_design_title_search" on "product_design" using gin ("title" gin_trgm_ops)');
    this.addSql('create index "product_design_responsible_id_index" on "product_design" ("responsible", "id")');
    this.addSql('create index "product_design_status_id_index" on "product_design" ("status", "id")');
    this.addSql('create index "product_design_product_line_id_id_index" on "product_design" ("product_line_id", "id")');
    this.addSql('create index "product_design_owner_id_id_index" on "product_design" ("owner_id", "id")');
    this.addSql('create index "product_design_product_id_id_index" on "product_design" ("product_id", "id")');
    this.addSql(
      'create table "development_task" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "design_id" uuid not null, "name" varchar(500) not null, "responsible" varchar(100) not null, "due_on" date not null, "done_at" timestamptz(3) null, "cost_amount" numeric null, "cost_currency" varchar(3) null, primary key ("id"))',
    );
    this.addSql('create index "development_task_design_id_id_index" on "development_task" ("design_id", "id")');
    this.addSql('create index "development_task_responsible_id_index" on "development_task" ("responsible", "id")');
    this.addSql('create index "development_task_due_on_id_index" on "development_task" ("due_on", "id")');
    this.addSql(
      'create table "benefit_forecast" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "design_id" uuid not null, "month" int not null, "customers" int not null, "revenue_amount" numeric not null, "revenue_currency" varchar(3) not null, "cost_amount" numeric not null, "cost_currency" varchar(3) not null, "forecast_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "benefit_forecast_design_id_id_index" on "benefit_forecast" ("design_id", "id")');
    this.addSql('create index "benefit_forecast_month_id_index" on "benefit_forecast" ("month", "id")');
    this.addSql(
      'create unique index "benefit_forecast_design_id_month_together_unique" on "benefit_forecast" ("design_id", "month")',
    );
    this.addSql(
      'create table "new_product_request" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "need" varchar(2000) not null, "source" varchar(100) not null, "region_id" uuid not null, "status" text not null, "requested_by" varchar(100) not null, "evaluated_by" varchar(100) null, "product_id" uuid null, "design_id" uuid null, primary key ("id"))',
    );
    this.addSql(
      'alter table "new_product_request" add constraint "new_product_request_source_unique" unique ("source")',
    );
    this.addSql('create index "new_product_request_region_id_id_index" on "new_product_request" ("region_id", "id")');
    this.addSql('create index "new_product_request_status_id_index" on "new_product_request" ("status", "id")');
    this.addSql('create index "new_product_request_product_id_id_index" on "new_product_request" ("product_id", "id")');
    this.addSql('create index "new_product_request_design_id_id_index" on "new_product_request" ("design_id", "id")');
    this.addSql(
      'alter table "product_design" add constraint "product_design_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_design" add constraint "product_design_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_design" add constraint "product_design_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"product_design\" add constraint \"product_design_status_check\" check (\"status\" in ('DESIGN', 'DEVELOPMENT', 'READY', 'LAUNCHED', 'ABANDONED'))",
    );
    this.addSql(
      'alter table "development_task" add constraint "development_task_design_id_foreign" foreign key ("design_id") references "product_design" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "benefit_forecast" add constraint "benefit_forecast_design_id_foreign" foreign key ("design_id") references "product_design" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "benefit_forecast" add constraint "benefit_forecast_one_currency" check ("revenue_currency" = "cost_currency")',
    );
    this.addSql(
      'alter table "new_product_request" add constraint "new_product_request_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "new_product_request" add constraint "new_product_request_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "new_product_request" add constraint "new_product_request_design_id_foreign" foreign key ("design_id") references "product_design" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"new_product_request\" add constraint \"new_product_request_status_check\" check (\"status\" in ('RECEIVED', 'REJECTED', 'EXISTING', 'IN_DESIGN'))",
    );
  }
}
