import { Migration } from '@mikro-orm/migrations';

/** What is noted about relations of products, and the line of an offering in its present version. */
export class M0117NotesOfRelations extends Migration {
  override up(): void {
    this.addSql('alter table "product_relation" add "note" varchar(500) null');
    // The line of an offering never changed until now; from now on a version tells it.
    this.addSql(
      `update "offering_version" "v" set "content" = "v"."content" || jsonb_build_object('productLine', "l"."code")
       from "offering" "o" join "product_line" "l" on "l"."id" = "o"."product_line_id"
       where "o"."id" = "v"."offering_id" and not jsonb_exists("v"."content", 'productLine')`,
    );
  }
}
