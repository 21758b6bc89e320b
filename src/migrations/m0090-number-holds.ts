import { Migration } from '@mikro-orm/migrations';

export class M0090NumberHolds extends Migration {
  override up(): void {
    this.addSql(
      `alter table "reservation" add column "outside_hold" text null, add column "outside_ref" varchar(100) null, add column "outside_at" timestamptz(3) null`,
    );
  }
}
