import { Migration } from '@mikro-orm/migrations';

export class M0100StepsOfApprovals extends Migration {
  override up(): void {
    this.addSql('alter table "approval" add column "judged" jsonb null');
  }
}
