import { Migration } from '@mikro-orm/migrations';

export class M0112DrawingsOfProcesses extends Migration {
  override up(): void {
    this.addSql('alter table "process_step" add "bounds" jsonb null');
    this.addSql('alter table "process_flow" add "name" varchar(200) null, add "waypoints" jsonb null');
  }
}
