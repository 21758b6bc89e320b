import type { Transaction } from '../../kernel/database/transaction.js';
import { SyncSystem } from './sync-enums.js';

interface Row {
  code: string;
  secrecy: string;
  [name: string]: unknown;
}

const CONTENT = `
  select "c"."code", "c"."name", "c"."customer_type" "type", "c"."sub_type" "subType", "c"."lifecycle", "c"."service_level" "serviceLevel",
    "c"."secrecy_level" "secrecy", "c"."service_address" "serviceAddress", "c"."version", "r"."code" "region", "m"."code" "mergedInto",
    "p"."kind" <> 'INDIVIDUAL' "organization", "p"."registration_no" "registrationNo",
    coalesce((select json_agg(json_build_object('type', "i"."type", 'number', "i"."number", 'validUntil', "i"."valid_until") order by "i"."id")
      from "party_identification" "i" where "i"."party_id" = "p"."id"), '[]') "identifications",
    coalesce((select json_agg(json_build_object('kind', "x"."kind", 'value', "x"."value", 'postcode', "x"."postcode") order by "x"."id")
      from "contact_medium" "x" where "x"."party_id" = "p"."id"), '[]') "contacts",
    coalesce((select json_agg(json_build_object('accountNo', "a"."account_no", 'name', "a"."name", 'status', "a"."status", 'default', "a"."is_default",
      'cycle', "a"."billing_cycle", 'day', "a"."billing_day", 'currency', "a"."currency", 'paymentMode', "a"."payment_mode",
      'billFormat', "a"."bill_format", 'billDelivery', "a"."bill_delivery", 'billAddress', "a"."bill_address", 'billPostcode', "a"."bill_postcode")
      order by "a"."account_no") from "account" "a" where "a"."owner_id" = "c"."id"), '[]') "accounts",
    coalesce((select json_agg(json_build_object('instanceNo', "n"."instance_no", 'number', "n"."access_number", 'product', "d"."code",
      'status', "n"."status", 'address', "n"."install_address", 'account', "o"."account_no") order by "n"."instance_no")
      from "product_instance" "n" join "product" "d" on "d"."id" = "n"."product_id" left join "account" "o" on "o"."id" = "n"."account_id"
      where "n"."customer_id" = "c"."id"), '[]') "products"
  from "customer" "c" join "party" "p" on "p"."id" = "c"."party_id" join "region" "r" on "r"."id" = "c"."region_id"
  left join "customer" "m" on "m"."id" = "c"."merged_into_id" where "c"."id" = ?`;

const common = ['code', 'name', 'lifecycle', 'region', 'mergedInto', 'organization', 'version'];

/** What each system needs to know, and no more. */
const needed: Readonly<Record<SyncSystem, readonly string[]>> = {
  BILLING: [
    ...common,
    ...['type', 'subType', 'serviceLevel', 'registrationNo', 'identifications', 'contacts', 'accounts', 'products'],
  ],
  DIRECTORY: [...common, 'serviceAddress', 'contacts', 'products'],
  FAULT_112: [...common, 'type', 'serviceLevel', 'serviceAddress', 'contacts', 'products'],
};

/** Parts that a directory must not get of customers whose data are confidential. */
const unlisted = ['name', 'serviceAddress', 'contacts', 'products'];

/**
 * The data of a customer for a system, as they are now in this transaction. A directory learns of a confidential customer only that
 * they are not to be listed.
 */
export async function contentFor(
  tx: Transaction,
  system: SyncSystem,
  customerId: string,
): Promise<Record<string, unknown>> {
  const [row] = await tx.em.execute<Row[]>(CONTENT, [customerId]);
  if (!row) throw new Error(`There is no customer ${customerId}.`);
  const content = Object.fromEntries(needed[system].map((name) => [name, row[name] ?? null]));
  if (system !== SyncSystem.DIRECTORY) return content;
  const listed = row.secrecy === 'NORMAL';
  if (!listed) for (const name of unlisted) delete content[name];
  return { ...content, listed };
}
