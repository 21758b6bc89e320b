import { Migration } from '@mikro-orm/migrations';

/** How a survivor stood before a merge is kept with it, since what happens while it holds may change that, and is divided by a split. */
export class M0150SurvivorsBefore extends Migration {
  override up(): void {
    this.addSql('alter table "customer_merge" add column "survivor_before" jsonb null');
  }
}
