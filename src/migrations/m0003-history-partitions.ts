import { Migration } from '@mikro-orm/migrations';

/**
 * Divides the history by the month in which entries were written. Partitions of months are made ahead, and dropped when their time
 * is over, by the kernel's history partitions; what fits none of them stays in the default partition.
 */
export class M0003HistoryPartitions extends Migration {
  override up(): void {
    this.addSql('alter table "history_entry" rename to "history_entry_flat"');
    this.addSql(
      'create table "history_entry" (like "history_entry_flat" including defaults including constraints) partition by range ("created_at")',
    );
    this.addSql('create table "history_entry_default" partition of "history_entry" default');
    this.addSql('insert into "history_entry" select * from "history_entry_flat"');
    this.addSql('alter sequence "history_entry_sequence_seq" owned by "history_entry"."sequence"');
    this.addSql('drop table "history_entry_flat"');
    // Keys of a partitioned table hold the column that divides it; ids are random and positions come from one counter.
    this.addSql('alter table "history_entry" add primary key ("id", "created_at")');
    this.addSql(
      'alter table "history_entry" add constraint "history_entry_position" unique ("position", "created_at")',
    );
    this.addSql('create index "history_entry_kind_index" on "history_entry" ("kind")');
    this.addSql('create index "history_entry_pending" on "history_entry" ("sequence") where "position" is null');
    for (const key of ['customer', 'subject', 'region'])
      this.addSql(`create index "history_entry_${key}" on "history_entry" ("${key}_id", "position")`);
    this.addSql(
      'alter table "history_entry_default" set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000)',
    );
  }
}
