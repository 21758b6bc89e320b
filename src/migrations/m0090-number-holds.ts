import { Migration } from '@mikro-orm/migrations';

export class M0090NumberHolds extends Migration {
  override up(): void {
    this.addSql(
      `alter table "reservation" add column "outside_hold" text null, add column "outside_ref" varchar(100) null, add column "outside_at" timestamptz(3) null`,
    );
    this.addSql(
      `alter table "reservation" add constraint "reservation_outside_hold_check" check ("outside_hold" in ('ASKED', 'HELD', 'REFUSED', 'ENDING', 'ENDED'))`,
    );
  }
}
