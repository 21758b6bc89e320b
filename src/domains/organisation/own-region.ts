import type { Transaction } from '../../kernel/database/transaction.js';
import { InternalOrganization } from '../party/index.js';
import type { Region } from '../region/index.js';
import { callerEmployee } from './caller-employee.js';

/** The region of the unit of the calling employee; null for callers who are none. */
export async function ownRegion(tx: Transaction): Promise<Region | null> {
  const own = await callerEmployee(tx);
  const unit = own && (await tx.em.findOne(InternalOrganization, own.organization.id, { populate: ['region'] }));
  return unit?.region ?? null;
}
