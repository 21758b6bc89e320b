import { Migration } from '@mikro-orm/migrations';

export class M0007ProductLimits extends Migration {
  override up(): void {
    this.addSql('alter table "permission_grant" add "product_line_id" uuid null');
    this.addSql(
      'alter table "permission_grant" add constraint "permission_grant_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "permission_grant_product_line_id_id_index" on "permission_grant" ("product_line_id", "id")',
    );
  }
}
