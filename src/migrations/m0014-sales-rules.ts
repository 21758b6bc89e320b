import { Migration } from '@mikro-orm/migrations';

export class M0014SalesRules extends Migration {
  override up(): void {
    this.addSql(
      'create table "sales_rule_kind" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "stage" text not null, "condition" varchar(2000) not null, "message" varchar(500) not null, "min_values" int not null, "max_values" int not null, "active" boolean not null, "version" int not null default 1, primary key ("id"))',
    );
    this.addSql('alter table "sales_rule_kind" add constraint "sales_rule_kind_code_unique" unique ("code")');
    this.addSql('create index "sales_rule_kind_stage_id_index" on "sales_rule_kind" ("stage", "id")');
    this.addSql(
      'create table "sales_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "offering_id" uuid not null, "parent_id" uuid null, "form" text not null, "kind_id" uuid null, "values" text[] not null, "condition" varchar(2000) null, "negate" boolean not null default false, "message" varchar(500) null, "position" int not null, primary key ("id"))',
    );
    this.addSql('create index "sales_rule_offering_id_id_index" on "sales_rule" ("offering_id", "id")');
    this.addSql('create index "sales_rule_parent_id_id_index" on "sales_rule" ("parent_id", "id")');
    this.addSql('create index "sales_rule_kind_id_id_index" on "sales_rule" ("kind_id", "id")');
    this.addSql(
      "alter table \"sales_rule_kind\" add constraint \"sales_rule_kind_stage_check\" check (\"stage\" in ('AREA', 'CHANNEL', 'SELLER', 'TARGET', 'HOLDINGS'))",
    );
    this.addSql(
      'alter table "sales_rule" add constraint "sales_rule_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sales_rule" add constraint "sales_rule_parent_id_foreign" foreign key ("parent_id") references "sales_rule" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "sales_rule" add constraint "sales_rule_kind_id_foreign" foreign key ("kind_id") references "sales_rule_kind" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"sales_rule\" add constraint \"sales_rule_form_check\" check (\"form\" in ('KIND', 'CONDITION', 'ALL', 'ANY'))",
    );
  }
}
