import { Migration } from '@mikro-orm/migrations';

/** Trigram indexes serve substring search. */
export class M0001Extensions extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
  }
}
