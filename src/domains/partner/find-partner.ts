import type { Database } from '../../kernel/database/database.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Partner, PartnerStatus } from './partner.js';

/** Key of the active partner with this code, for resolving tokens and keys; undefined when there is none. */
export async function findActivePartner(database: Pick<Database, 'pool'>, code: string): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ id: string }>({
    name: 'active_partner',
    text: `select "id" from "partner" where "code" = $1 and "status" = 'ACTIVE'`,
    values: [code],
  });
  return rows[0]?.id;
}

/** Those of some codes that are of active partners, within a transaction. */
export async function activePartnersAmong(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const partners = await tx.em.find(Partner, { code: { $in: [...codes] }, status: PartnerStatus.ACTIVE });
  return new Set(partners.map(({ code }) => code));
}
