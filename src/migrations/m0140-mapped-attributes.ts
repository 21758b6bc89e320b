import { Migration } from '@mikro-orm/migrations';

/** Feeds may fill further attributes of customers, whose names are longer than those of columns. */
export class M0140MappedAttributes extends Migration {
  override up(): void {
    this.addSql('alter table "customer_feed_mapping" alter column "field" type varchar(80)');
  }
}
