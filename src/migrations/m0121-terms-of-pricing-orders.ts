import { Migration } from '@mikro-orm/migrations';

/** Pricing orders tell the plans and the discounts that decide their prices too; those of before did not. */
export class M0121TermsOfPricingOrders extends Migration {
  override up(): void {
    this.addSql('alter table "pricing_order" add column "plans" jsonb null, add column "discounts" jsonb null');
  }
}
