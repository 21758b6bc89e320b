import { Migration } from '@mikro-orm/migrations';

/** Standard processes that were about objects of which the graph knows none; each is now about the nearest that it knows, when it is asked for. */
const RENAMED = [
  ['BUSINESS_PLAN', 'MarketPlan', 'Campaign', 'operationType = "BUSINESS_PLAN"'],
  ['AGENT_QUALIFICATION', 'PartnerApplication', 'Partner', 'operationType = "QUALIFICATION"'],
] as const;

export class M0111HeadersOfTemplates extends Migration {
  override up(): void {
    this.addSql('alter table "process_template" add "description" varchar(1000) null');
    this.addSql('alter table "process_template" add "version" int not null default 1');
    for (const [code, before, after, applicability] of RENAMED) {
      this.addSql(
        `update "process_template_version" "v" set "applicability" = '${applicability}', "specificity" = 1 from "process_template" "t"
         where "t"."id" = "v"."template_id" and "t"."code" = '${code}' and "t"."object_type" = '${before}' and "v"."applicability" is null and not "v"."instance_own"`,
      );
      this.addSql(
        `update "process_template" set "object_type" = '${after}' where "code" = '${code}' and "object_type" = '${before}'`,
      );
    }
  }
}
