import { Migration } from '@mikro-orm/migrations';

export class M0008CustomerNetwork extends Migration {
  override up(): void {
    this.addSql(
      'create table "relationship_sub_type" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "type" text not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "relationship_sub_type" add constraint "relationship_sub_type_code_unique" unique ("code")',
    );
    this.addSql('create index "relationship_sub_type_name_id_index" on "relationship_sub_type" ("name", "id")');
    this.addSql(
      'create index "relationship_sub_type_name_search" on "relationship_sub_type" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'alter table "relationship_sub_type" add constraint "relationship_sub_type_type_check" check ("type" in (\'OWNERSHIP\', \'JOINT_LIABILITY\', \'LOOSE\'))',
    );
  }
}
