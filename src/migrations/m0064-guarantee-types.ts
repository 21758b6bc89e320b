import { Migration } from '@mikro-orm/migrations';

export class M0064GuaranteeTypes extends Migration {
  override up(): void {
    this.addSql(
      'create table "guarantee_type" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "given_as" text not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "guarantee_type" add constraint "guarantee_type_code_unique" unique ("code")');
    this.addSql('create index "guarantee_type_name_id_index" on "guarantee_type" ("name", "id")');
    this.addSql('create index "guarantee_type_name_search" on "guarantee_type" using gin ("name" gin_trgm_ops)');
    this.addSql('alter table "offering" drop constraint "offering_guarantee_check"');
    this.addSql('alter table "offering" add "guarantee_type_id" uuid null');
    this.addSql(
      'alter table "offering" add constraint "offering_guarantee_type_id_foreign" foreign key ("guarantee_type_id") references "guarantee_type" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "offering_guarantee_type_id_id_index" on "offering" ("guarantee_type_id", "id")');
    this.addSql(
      "alter table \"offering\" add constraint \"offering_guarantee_check\" check (\"guarantee\" in ('NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT', 'DOCUMENT'))",
    );
    this.addSql('alter table "order_guarantee" drop constraint "order_guarantee_kind_check"');
    this.addSql('alter table "order_guarantee" add "type_id" uuid null, add "document_no" varchar(100) null');
    this.addSql(
      'alter table "order_guarantee" add constraint "order_guarantee_type_id_foreign" foreign key ("type_id") references "guarantee_type" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "order_guarantee_type_id_id_index" on "order_guarantee" ("type_id", "id")');
    this.addSql(
      'create unique index "order_guarantee_order_item_id_document_no_together_unique" on "order_guarantee" ("order_item_id", "document_no")',
    );
    this.addSql(
      "alter table \"order_guarantee\" add constraint \"order_guarantee_kind_check\" check (\"kind\" in ('NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT', 'DOCUMENT'))",
    );
    this.addSql(
      "alter table \"guarantee_type\" add constraint \"guarantee_type_given_as_check\" check (\"given_as\" in ('NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT', 'DOCUMENT'))",
    );
    // What offerings ask for and orders brought so far is of the kinds that came with the system.
    this.addSql(
      `insert into "guarantee_type" ("id", "created_at", "updated_at", "code", "name", "given_as", "active")
       select gen_random_uuid(), now(), now(), "code", "name", "code", true
       from (values ('INSTANCE', '电话担保'), ('EMPLOYEE', '职工担保'), ('DEPOSIT', '押金')) "t" ("code", "name")`,
    );
    this.addSql(
      `update "offering" "o" set "guarantee_type_id" = "t"."id" from "guarantee_type" "t" where "t"."code" = "o"."guarantee"`,
    );
    this.addSql(
      `update "order_guarantee" "g" set "type_id" = "t"."id" from "guarantee_type" "t" where "t"."code" = "g"."kind"`,
    );
  }
}
