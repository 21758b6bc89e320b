import { Migration } from '@mikro-orm/migrations';

export class M0086NumbersOfOrders extends Migration {
  override up(): void {
    this.addSql('create index "order_item_number_id_index" on "order_item" ("number", "id")');
  }
}
