import { Migration } from '@mikro-orm/migrations';

/** Calendars and templates of processes belong to a region, or hold everywhere; those that are there hold everywhere (WFL-02, WFL-18). */
export class M0147RegionsOfSettings extends Migration {
  override up(): void {
    for (const table of ['work_calendar', 'process_template']) {
      this.addSql(`alter table "${table}" add column "region_id" uuid null`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict`,
      );
      this.addSql(`create index "${table}_region_id_id_index" on "${table}" ("region_id", "id")`);
    }
  }
}
