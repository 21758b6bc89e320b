import { Migration } from '@mikro-orm/migrations';

export class M0041Documents extends Migration {
  override up(): void {
    this.addSql(
      'create table "document" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "name" varchar(200) not null, "media_type" varchar(120) not null, "size" int not null, "sha256" varchar(64) not null, "version" int not null, "previous_id" uuid null, "visibility" text not null, "summary" varchar(500) null, "stored_by" varchar(100) not null, "author_id" uuid null, "organization_id" uuid null, "content" bytea not null, primary key ("id"))',
    );
    this.addSql('create index "document_name_id_index" on "document" ("name", "id")');
    this.addSql('create index "document_name_search" on "document" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "document_previous_id_id_index" on "document" ("previous_id", "id")');
    this.addSql('create index "document_stored_by_id_index" on "document" ("stored_by", "id")');
    this.addSql('create index "document_author_id_id_index" on "document" ("author_id", "id")');
    this.addSql('create index "document_organization_id_id_index" on "document" ("organization_id", "id")');
    this.addSql(
      'create unique index "document_previous_id_current_unique" on "document" ("previous_id") where previous_id is not null',
    );
    this.addSql(
      'alter table "document" add constraint "document_previous_id_foreign" foreign key ("previous_id") references "document" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document" add constraint "document_author_id_foreign" foreign key ("author_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document" add constraint "document_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "document" add constraint "document_visibility_check" check ("visibility" in (\'UNIT\', \'STAFF\', \'PUBLIC\'))',
    );
  }
}
