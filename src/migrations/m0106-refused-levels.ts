import { Migration } from '@mikro-orm/migrations';

export class M0106RefusedLevels extends Migration {
  override up(): void {
    this.addSql('alter table "customer" add column "level_refusal" jsonb null');
  }
}
