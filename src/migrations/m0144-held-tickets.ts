import { Migration } from '@mikro-orm/migrations';

/** A ticket is held with its process, and says since when. */
export class M0144HeldTickets extends Migration {
  override up(): void {
    this.addSql('alter table "problem_ticket" add column "held_at" timestamptz(3) null');
  }
}
