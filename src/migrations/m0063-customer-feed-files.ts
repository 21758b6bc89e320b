import { Migration } from '@mikro-orm/migrations';

export class M0063CustomerFeedFiles extends Migration {
  override up(): void {
    this.addSql('alter table "customer_feed_run" add "file" varchar(255) null');
  }
}
