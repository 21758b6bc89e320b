import { Migration } from '@mikro-orm/migrations';

export class M0091RefusedNumbers extends Migration {
  override up(): void {
    this.addSql('alter table "resource_item" add column "outside_refused_at" timestamptz(3) null');
  }
}
