import { Migration } from '@mikro-orm/migrations';

export class M0067SalesFromCampaigns extends Migration {
  override up(): void {
    // The column came with the migration before, of the same release: no row has a code that would be lost.
    this.addSql('drop index "opportunity_campaign_code_id_index"');
    this.addSql('alter table "opportunity" drop column "campaign_code"');
    this.addSql('alter table "opportunity" add "campaign_event_id" uuid null');
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_campaign_event_id_foreign" foreign key ("campaign_event_id") references "campaign_event" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "opportunity_campaign_event_id_id_index" on "opportunity" ("campaign_event_id", "id")');
  }
}
