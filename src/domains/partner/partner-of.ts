import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { Partner, PartnerStatus } from './partner.js';

/**
 * The partner that an operation is about: the caller's own for partners, else the named one. Refuses with REQUIRED, NOT_FOUND,
 * NOT_ACTIVE. Its row is locked, so that what is decided about a partner's people is decided one after another.
 */
export async function partnerOf(tx: Transaction, id: string | null | undefined, path: InputPath): Promise<Partner> {
  const { kind, partnerId } = tx.caller;
  if (kind === 'PARTNER' && !partnerId) refuse('NOT_ACTIVE', 'No relation to this partner is in force.', path);
  const named = id ?? (kind === 'PARTNER' ? encodeId('zp', partnerId!) : refuse('REQUIRED', 'Name the partner.', path));
  const partner = await tx.get(Partner, named, path);
  if (partner.status !== PartnerStatus.ACTIVE)
    refuse('NOT_ACTIVE', 'No relation to this partner is in force.', path, { status: partner.status });
  await tx.em.populate(partner, ['region'] as never);
  return partner;
}
