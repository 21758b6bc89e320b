import { Migration } from '@mikro-orm/migrations';

/** Ranges of invoice numbers may end with the largest whole number: the end of a range in the database lies one behind it. */
export class M0036InvoiceRangeBounds extends Migration {
  override up(): void {
    this.addSql('alter table "invoice_range" drop constraint "invoice_range_apart"');
    this.addSql(
      `alter table "invoice_range" add constraint "invoice_range_apart" exclude using gist ("series_id" with =, int8range("first_no"::bigint, "last_no"::bigint, '[]') with &&) where ("status" = 'ISSUED')`,
    );
  }
}
