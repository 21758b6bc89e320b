import { Migration } from '@mikro-orm/migrations';

export class M0012CustomerConfiguration extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_sub_type" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "customer_type" text not null, "value" varchar(40) not null, "name" varchar(200) not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "customer_sub_type" add constraint "customer_sub_type_code_unique" unique ("code")');
    this.addSql(
      'create unique index "customer_sub_type_customer_type_value_together_unique" on "customer_sub_type" ("customer_type", "value")',
    );
    this.addSql(
      'create table "identity_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "type" text not null, "pattern" varchar(200) not null, "check" text not null, "explanation" varchar(200) not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "identity_rule" add constraint "identity_rule_code_unique" unique ("code")');
    this.addSql(
      "alter table \"customer_sub_type\" add constraint \"customer_sub_type_customer_type_check\" check (\"customer_type\" in ('PUBLIC', 'COMMERCIAL', 'BIG', 'FLOATING'))",
    );
    this.addSql(
      "alter table \"identity_rule\" add constraint \"identity_rule_type_check\" check (\"type\" in ('ID_CARD', 'PASSPORT', 'MILITARY_ID', 'TRAVEL_PERMIT', 'DRIVING_LICENCE', 'REGISTRATION_NO'))",
    );
    this.addSql(
      'alter table "identity_rule" add constraint "identity_rule_check_check" check ("check" in (\'NONE\', \'RESIDENT_ID\', \'BUSINESS_REGISTRATION\'))',
    );
  }
}
