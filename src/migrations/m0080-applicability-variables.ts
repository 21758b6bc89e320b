import { Migration } from '@mikro-orm/migrations';

export class M0080ApplicabilityVariables extends Migration {
  override up(): void {
    this.addSql(
      `create table "applicability_variable" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "description" varchar(1000) null, "type" text not null, "allowed_values" text[] not null, "object_types" text[] not null, "resolver_kind" text not null, "resolver" varchar(4000) not null, "status" text not null, "version" int not null default 1, "configured_by" varchar(100) not null, primary key ("id"))`,
    );
    for (const [column, values] of [
      ['type', "'STRING', 'NUMBER', 'BOOLEAN', 'DATE', 'ENUMERATION', 'LIST'"],
      ['resolver_kind', "'GIVEN', 'PATH', 'CHARACTERISTIC', 'EXPRESSION'"],
      ['status', "'DRAFT', 'PUBLISHED', 'INVALID'"],
    ])
      this.addSql(
        `alter table "applicability_variable" add constraint "applicability_variable_${column}_check" check ("${column}" in (${values}))`,
      );
    this.addSql(
      'alter table "applicability_variable" add constraint "applicability_variable_code_unique" unique ("code")',
    );
    this.addSql(
      'create index "applicability_variable_name_search" on "applicability_variable" using gin ("name" gin_trgm_ops)',
    );
    this.addSql('create index "applicability_variable_name_id_index" on "applicability_variable" ("name", "id")');
    this.addSql('create index "applicability_variable_status_id_index" on "applicability_variable" ("status", "id")');
  }
}
