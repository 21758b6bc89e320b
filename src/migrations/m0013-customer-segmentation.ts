import { Migration } from '@mikro-orm/migrations';

export class M0013CustomerSegmentation extends Migration {
  override up(): void {
    this.addSql('alter table "segment_dimension" add "on_conflict" text not null default \'REPLACE\'');
    this.addSql(
      'alter table "segment_dimension" add constraint "segment_dimension_on_conflict_check" check ("on_conflict" in (\'REPLACE\', \'REJECT\'))',
    );
    this.addSql(
      'alter table "customer_segment" add "condition" varchar(4000) null, add "segment_type" varchar(60) null, add "refreshed_at" timestamptz(3) null, add "merged_into_id" uuid null',
    );
    this.addSql(
      'alter table "customer_segment" add constraint "customer_segment_merged_into_id_foreign" foreign key ("merged_into_id") references "customer_segment" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "customer_segment_merged_into_id_id_index" on "customer_segment" ("merged_into_id", "id")',
    );
  }
}
