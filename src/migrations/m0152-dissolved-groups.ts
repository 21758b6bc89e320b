import { Migration } from '@mikro-orm/migrations';

/** A group of customers whose purpose is over is dissolved, and stays readable with who was in it. */
export class M0152DissolvedGroups extends Migration {
  override up(): void {
    this.addSql('alter table "customer_group" add column "dissolved_at" timestamptz(3) null');
  }
}
