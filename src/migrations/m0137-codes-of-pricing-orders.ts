import { Migration } from '@mikro-orm/migrations';

/** What billing was told of a rule or a discount is found by its code, when that changes. */
export class M0137CodesOfPricingOrders extends Migration {
  override up(): void {
    for (const list of ['charges', 'discounts'])
      this.addSql(
        `create index "pricing_order_${list}_codes" on "pricing_order" using gin (jsonb_path_query_array("${list}", '$[*].code'))`,
      );
  }
}
