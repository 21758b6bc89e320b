import { Migration } from '@mikro-orm/migrations';

/** Where the customer of an object of a type stands: its table, and SQL of the customer of a row `"o"` of it. */
const CUSTOMERS: readonly (readonly [types: string, table: string, customer: string])[] = [
  ["'Customer'", 'customer', '"o"."id"'],
  ["'Order'", 'customer_order', '"o"."customer_id"'],
  [
    "'ServiceOrder'",
    'service_order',
    '(select "p"."customer_id" from "customer_order" "p" where "p"."id" = "o"."order_id")',
  ],
  ["'ComplaintTicket', 'FaultTicket', 'BillDispute', 'Suggestion'", 'problem_ticket', '"o"."customer_id"'],
  ["'Opportunity'", 'opportunity', '"o"."customer_id"'],
  ["'Contract'", 'contract', '"o"."customer_id"'],
  ["'Account'", 'account', '"o"."owner_id"'],
  ["'OfferingInstance'", 'offering_instance', '"o"."customer_id"'],
  ["'ProductInstance'", 'product_instance', '"o"."customer_id"'],
  ["'Proposal'", 'proposal', '"o"."recipient_id"'],
  ["'SlaProblem'", 'sla_problem', '"o"."customer_id"'],
  ["'SlaContract'", 'sla_contract', '"o"."customer_id"'],
  ["'ContactEvent'", 'contact_event', '"o"."customer_id"'],
];

/**
 * Processes know the customer whose they are, and lie in a region: those that lay in none, in the one around all, where the headquarters see
 * them. Visits are found by the step at which they stand.
 */
export class M0148PlacesOfProcesses extends Migration {
  override up(): void {
    this.addSql('alter table "process_instance" add column "customer_id" uuid null');
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    for (const [types, table, customer] of CUSTOMERS)
      this.addSql(
        `update "process_instance" "i" set "customer_id" = "c"."id" from "${table}" "o" join "customer" "c" on "c"."id" = ${customer}
         where "i"."object_type" in (${types}) and "i"."object_key" = "o"."id"`,
      );
    this.addSql('create index "process_instance_customer_id_id_index" on "process_instance" ("customer_id", "id")');
    for (const table of ['process_instance', 'process_task', 'process_alarm', 'process_exception'])
      this.addSql(
        `update "${table}" set "region_id" = (select "id" from "region" where "parent_id" is null order by "path" limit 1) where "region_id" is null`,
      );
    this.addSql(
      `create index "process_token_standing" on "process_token" ("step", "id") where "status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')`,
    );
  }
}
