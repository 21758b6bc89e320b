import { Migration } from '@mikro-orm/migrations';

export class M0035CustomerDefaults extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_default_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "field" text not null, "attribute" varchar(60) null, "condition" varchar(2000) not null, "value" varchar(200) not null, "position" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "customer_default_rule" add constraint "customer_default_rule_code_unique" unique ("code")',
    );
    this.addSql('alter table "customer_segment" add "revenues" jsonb null');
    this.addSql(
      "alter table \"customer_default_rule\" add constraint \"customer_default_rule_field_check\" check (\"field\" in ('CUSTOMER_TYPE', 'SUB_TYPE', 'SERVICE_LEVEL', 'SECRECY_LEVEL', 'ACCOUNT_MANAGER', 'ACCOUNT_CREDIT', 'CHARACTERISTIC'))",
    );
  }
}
