import { Migration } from '@mikro-orm/migrations';

export class M0132UnitsOfApprovals extends Migration {
  override up(): void {
    this.addSql('alter table "process_template_version" add "submitter_organization_id" uuid null');
    this.addSql(
      'alter table "process_template_version" add constraint "process_template_version_submitter_organization_id_foreign" foreign key ("submitter_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "process_template_version_submitter_organization_id_id_index" on "process_template_version" ("submitter_organization_id", "id")',
    );
    this.addSql(
      'alter table "process_approval" add "approver_organization_id" uuid null, add "requester_organization_id" uuid null, add "decided_by" varchar(100) null, add "decider_organization_id" uuid null',
    );
    this.addSql(
      'alter table "process_approval" add constraint "process_approval_approver_organization_id_foreign" foreign key ("approver_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_approval" add constraint "process_approval_requester_organization_id_foreign" foreign key ("requester_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_approval" add constraint "process_approval_decider_organization_id_foreign" foreign key ("decider_organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "process_approval_approver_organization_id_id_index" on "process_approval" ("approver_organization_id", "id")',
    );
    this.addSql(
      'create index "process_approval_requester_organization_id_id_index" on "process_approval" ("requester_organization_id", "id")',
    );
    this.addSql(
      'create index "process_approval_decider_organization_id_id_index" on "process_approval" ("decider_organization_id", "id")',
    );
  }
}
