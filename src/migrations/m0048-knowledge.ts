import { Migration } from '@mikro-orm/migrations';

export class M0048Knowledge extends Migration {
  override up(): void {
    this.addSql(
      'create table "knowledge_item" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "item_no" varchar(40) not null, "type" text not null, "category" varchar(60) not null, "title" varchar(200) not null, "content" varchar(4000) null, "template_no" varchar(60) not null, "process_version_id" uuid null, "sent_at" timestamptz(3) not null, "sent_by" varchar(100) not null, "version" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "previous_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "knowledge_item" add constraint "knowledge_item_item_no_unique" unique ("item_no")');
    this.addSql('create index "knowledge_item_type_id_index" on "knowledge_item" ("type", "id")');
    this.addSql('create index "knowledge_item_category_id_index" on "knowledge_item" ("category", "id")');
    this.addSql('create index "knowledge_item_title_id_index" on "knowledge_item" ("title", "id")');
    this.addSql('create index "knowledge_item_title_search" on "knowledge_item" using gin ("title" gin_trgm_ops)');
    this.addSql('create index "knowledge_item_template_no_id_index" on "knowledge_item" ("template_no", "id")');
    this.addSql(
      'create index "knowledge_item_process_version_id_id_index" on "knowledge_item" ("process_version_id", "id")',
    );
    this.addSql('create index "knowledge_item_previous_id_id_index" on "knowledge_item" ("previous_id", "id")');
    this.addSql(
      'create unique index "knowledge_item_process_version_id_current_unique" on "knowledge_item" ("process_version_id") where process_version_id is not null',
    );
    this.addSql(
      'create table "knowledge_attachment" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "item_id" uuid not null, "document_id" uuid not null, primary key ("id"))',
    );
    this.addSql('create index "knowledge_attachment_item_id_id_index" on "knowledge_attachment" ("item_id", "id")');
    this.addSql(
      'create index "knowledge_attachment_document_id_id_index" on "knowledge_attachment" ("document_id", "id")',
    );
    this.addSql(
      'create unique index "knowledge_attachment_item_id_document_id_together_unique" on "knowledge_attachment" ("item_id", "document_id")',
    );
    this.addSql(
      'alter table "knowledge_item" add constraint "knowledge_item_process_version_id_foreign" foreign key ("process_version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "knowledge_item" add constraint "knowledge_item_previous_id_foreign" foreign key ("previous_id") references "knowledge_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "knowledge_item" add constraint "knowledge_item_type_check" check ("type" in (\'TEMPLATE\'))',
    );
    this.addSql(
      'alter table "knowledge_attachment" add constraint "knowledge_attachment_item_id_foreign" foreign key ("item_id") references "knowledge_item" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "knowledge_attachment" add constraint "knowledge_attachment_document_id_foreign" foreign key ("document_id") references "document" ("id") on update no action on delete restrict',
    );
  }
}
