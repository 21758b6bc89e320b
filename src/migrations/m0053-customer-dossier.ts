import { Migration } from '@mikro-orm/migrations';

export class M0053CustomerDossier extends Migration {
  override up(): void {
    this.addSql(
      'create table "hierarchy_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "below_type" text not null, "above_type" text not null, "relation_sub_type" varchar(60) null, "max_level" int null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "hierarchy_rule" add constraint "hierarchy_rule_code_unique" unique ("code")');
    this.addSql('create index "hierarchy_rule_name_id_index" on "hierarchy_rule" ("name", "id")');
    this.addSql('create index "hierarchy_rule_name_search" on "hierarchy_rule" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create table "customer_project" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "project_no" varchar(60) not null, "customer_id" uuid not null, "name" varchar(200) not null, "stage" text not null, "description" varchar(4000) null, "needs" varchar(2000) null, "budget_amount" numeric null, "budget_currency" varchar(3) null, "starts_on" date null, "ends_on" date null, "contact_person_id" uuid null, "recorded_by" varchar(100) not null, "removed_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "customer_project" add constraint "customer_project_project_no_unique" unique ("project_no")',
    );
    this.addSql('create index "customer_project_customer_id_id_index" on "customer_project" ("customer_id", "id")');
    this.addSql('create index "customer_project_name_id_index" on "customer_project" ("name", "id")');
    this.addSql('create index "customer_project_name_search" on "customer_project" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "customer_project_stage_id_index" on "customer_project" ("stage", "id")');
    this.addSql(
      'create index "customer_project_contact_person_id_id_index" on "customer_project" ("contact_person_id", "id")',
    );
    this.addSql('alter table "contact_person" add "decision_role" text null');
    this.addSql(
      'alter table "contact_person" add constraint "contact_person_decision_role_check" check ("decision_role" in (\'PRINCIPAL\', \'HANDLER\'))',
    );
    this.addSql(
      "alter table \"hierarchy_rule\" add constraint \"hierarchy_rule_below_type_check\" check (\"below_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      "alter table \"hierarchy_rule\" add constraint \"hierarchy_rule_above_type_check\" check (\"above_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      'alter table "customer_project" add constraint "customer_project_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_project" add constraint "customer_project_contact_person_id_foreign" foreign key ("contact_person_id") references "contact_person" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_project\" add constraint \"customer_project_stage_check\" check (\"stage\" in ('PLANNED', 'RUNNING', 'FINISHED', 'DROPPED'))",
    );
  }
}
