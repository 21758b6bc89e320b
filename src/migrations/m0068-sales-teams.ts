import { Migration } from '@mikro-orm/migrations';

export class M0068SalesTeams extends Migration {
  override up(): void {
    this.addSql(
      'alter table "opportunity" add "source_channel" varchar(60) null, add "provider" varchar(200) null, add "team_id" uuid null',
    );
    this.addSql(
      'alter table "opportunity" add constraint "opportunity_team_id_foreign" foreign key ("team_id") references "virtual_team" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "opportunity_source_channel_id_index" on "opportunity" ("source_channel", "id")');
    this.addSql('create index "opportunity_team_id_id_index" on "opportunity" ("team_id", "id")');
  }
}
