import { Migration } from '@mikro-orm/migrations';

export class M0070CardExpiry extends Migration {
  override up(): void {
    this.addSql('alter table "resource_item" add "expiry" text null');
    this.addSql('create index "resource_item_expiry_id_index" on "resource_item" ("expiry", "id")');
    this.addSql(
      'alter table "resource_item" add constraint "resource_item_expiry_check" check ("expiry" in (\'NEAR_EXPIRY\', \'EXPIRED\'))',
    );
  }
}
