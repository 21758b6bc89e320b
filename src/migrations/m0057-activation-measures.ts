import { Migration } from '@mikro-orm/migrations';

export class M0057ActivationMeasures extends Migration {
  override up(): void {
    this.addSql('alter table "process_instance" add "held_seconds" int not null default 0');
    this.addSql('alter table "running_indicator" add "process_instance_id" uuid null');
    this.addSql(
      'alter table "running_indicator" add constraint "running_indicator_process_instance_id_foreign" foreign key ("process_instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "running_indicator_process_instance_id_id_index" on "running_indicator" ("process_instance_id", "id")',
    );
    this.addSql(
      'create unique index "running_indicator_term_id_process_instance_id_current_unique" on "running_indicator" ("term_id", "process_instance_id") where process_instance_id is not null',
    );
  }
}
