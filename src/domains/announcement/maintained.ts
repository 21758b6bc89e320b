import { LockMode } from '@mikro-orm/postgresql';
import { actingUnder, holds, mayManageUnit } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Announcement } from './announcement.js';

const PATH = ['input', 'announcementId'];
/** Who grants the right to publish in a part of the organisation answers for what is published there. */
const RESPONSIBLE = 'announcementRightGrant';

/** The announcement, held, for its author; refuses others with OUT_OF_SCOPE, or NOT_FOUND when they do not see it. */
export async function ownAnnouncement(tx: Transaction, id: string): Promise<Announcement> {
  const announcement = await tx.get(Announcement, id, PATH);
  if (announcement.author.id !== tx.caller.employeeId) refuse('OUT_OF_SCOPE', 'Only its author does this.', PATH);
  await tx.em.populate(announcement, ['category'] as never);
  return announcement;
}

/**
 * The announcement, held, for its author and for those responsible for the author's unit, whether it is in their own list or not: it is
 * to be maintained when its author is away or has left too (OPS-35).
 */
export async function maintainedAnnouncement(tx: Transaction, id: string): Promise<Announcement> {
  return (await inOwnPart(tx, id)) ?? ownAnnouncement(tx, id);
}

async function inOwnPart(tx: Transaction, id: string): Promise<Announcement | null> {
  const key = decodeId(id);
  if (key?.tag !== 'nn' || !holds(tx.caller, RESPONSIBLE)) return null;
  const found = await tx.em.findOne(Announcement, { id: key.uuid });
  const unit = found && (await tx.em.findOneOrFail(InternalOrganization, { id: found.organization.id }));
  if (!unit || !mayManageUnit(actingUnder(tx.caller, RESPONSIBLE), unit)) return null;
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, populate: ['category'] } as const;
  return tx.em.findOne(Announcement, { id: key.uuid }, how as never);
}
