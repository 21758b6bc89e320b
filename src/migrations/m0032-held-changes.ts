import { Migration } from '@mikro-orm/migrations';

export class M0032HeldChanges extends Migration {
  override up(): void {
    this.addSql('alter table "approval" add "held" jsonb null');
  }
}
