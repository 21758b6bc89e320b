import { Migration } from '@mikro-orm/migrations';

/** Kinds of life-cycle control belong to a level; those that are there hold everywhere, and are of the headquarters. */
export class M0118OwnersOfControlKinds extends Migration {
  override up(): void {
    this.addSql(
      'alter table "lifecycle_control_kind" add "level" text not null default \'HEADQUARTERS\', add "owner_id" uuid null',
    );
    this.addSql(
      'alter table "lifecycle_control_kind" add constraint "lifecycle_control_kind_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "lifecycle_control_kind_owner_id_id_index" on "lifecycle_control_kind" ("owner_id", "id")',
    );
    this.addSql(
      'alter table "lifecycle_control_kind" add constraint "lifecycle_control_kind_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
  }
}
