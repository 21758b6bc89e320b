import { Migration } from '@mikro-orm/migrations';

/** What is there has been granted so far, and goes on to be. */
export class M0072ApprovedDiscounts extends Migration {
  override up(): void {
    this.addSql(
      'alter table "discount" add "status" text not null default \'ACTIVE\', add "configured_by" varchar(100) null',
    );
    this.addSql('alter table "discount" alter column "status" drop default');
    this.addSql('create index "discount_status_id_index" on "discount" ("status", "id")');
    this.addSql(
      'alter table "discount" add constraint "discount_status_check" check ("status" in (\'DRAFT\', \'ACTIVE\'))',
    );
    this.addSql('alter table "discount_policy" add "status" text not null default \'IN_FORCE\'');
    this.addSql('alter table "discount_policy" alter column "status" drop default');
    this.addSql('create index "discount_policy_status_id_index" on "discount_policy" ("status", "id")');
    this.addSql(
      'alter table "discount_policy" add constraint "discount_policy_status_check" check ("status" in (\'DRAFT\', \'IN_FORCE\'))',
    );
  }
}
