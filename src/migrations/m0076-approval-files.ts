import { Migration } from '@mikro-orm/migrations';

export class M0076ApprovalFiles extends Migration {
  override up(): void {
    this.addSql(
      'create table "process_approval_file" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "approval_id" uuid not null, "document_id" uuid not null, primary key ("id"))',
    );
    this.addSql(
      'create index "process_approval_file_approval_id_id_index" on "process_approval_file" ("approval_id", "id")',
    );
    this.addSql(
      'create index "process_approval_file_document_id_id_index" on "process_approval_file" ("document_id", "id")',
    );
    this.addSql(
      'alter table "process_approval_file" add constraint "process_approval_file_approval_id_foreign" foreign key ("approval_id") references "process_approval" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_approval_file" add constraint "process_approval_file_document_id_foreign" foreign key ("document_id") references "document" ("id") on update no action on delete restrict',
    );
  }
}
