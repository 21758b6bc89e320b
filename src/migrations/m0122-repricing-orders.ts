import { Migration } from '@mikro-orm/migrations';

/** Pricing orders about what is sold already: which change asked for them, once each, and that their reply moves no offering. */
export class M0122RepricingOrders extends Migration {
  override up(): void {
    this.addSql(
      'alter table "pricing_order" add column "repricing" boolean not null default false, add column "cause" varchar(120) null',
    );
    this.addSql(
      'create unique index "pricing_order_offering_id_cause_current_unique" on "pricing_order" ("offering_id", "cause") where cause is not null',
    );
  }
}
