import { Migration } from '@mikro-orm/migrations';

export class M0049CustomerClasses extends Migration {
  override up(): void {
    this.addSql('alter table "competitor" add "organization_id" uuid null');
    this.addSql(
      'alter table "competitor" add constraint "competitor_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "competitor_organization_id_id_index" on "competitor" ("organization_id", "id")');
    this.addSql(
      'alter table "segment_dimension" add "expression" varchar(4000) null, add "label_expression" varchar(4000) null',
    );
  }
}
