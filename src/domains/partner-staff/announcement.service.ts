import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { partnerOf } from '../partner/index.js';
import type { PartnerAnnouncementPublishInput, PartnerAnnouncementWithdrawInput } from './announcement.inputs.js';
import { managedUnitOf, refuseAbove } from './managed.js';
import { PartnerAnnouncement, PartnerAnnouncementStatus } from './partner-announcement.js';
import { PartnerOperator } from './partner-operator.js';

const UNIT = ['input', 'unitId'];
const PATH = ['input', 'announcementId'];

/** Publishes a notice of the calling partner to its own operators (SYS-57). */
export function publishAnnouncement(
  context: CallContext,
  input: PartnerAnnouncementPublishInput,
): Promise<PartnerAnnouncement> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, null, ['input']);
    const unit = input.unitId ? await managedUnitOf(tx, partner, input.unitId, UNIT) : null;
    refuseAbove(tx, unit, UNIT);
    const author = tx.caller.operatorId ? tx.em.getReference(PartnerOperator, tx.caller.operatorId) : null;
    const reached = { reachedPartner: unit ? null : partner, reachedUnit: unit };
    const text = { title: input.title.trim(), body: input.body };
    const state = { status: PartnerAnnouncementStatus.PUBLISHED, publishedAt: tx.at };
    const made = tx.add(
      Object.assign(new PartnerAnnouncement(), { partner, unit, author, ...text, ...state, ...reached }),
    );
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'partner-announcement.published',
      subject: made,
      regionId: partner.region.id,
      data: { partner: partner.code, unit: unit?.code ?? null, title: made.title },
    });
    return made;
  });
}

/** Takes a notice back (SYS-57). */
export function withdrawAnnouncement(
  context: CallContext,
  input: PartnerAnnouncementWithdrawInput,
): Promise<PartnerAnnouncement> {
  return context.database.write(context, async (tx) => {
    const partner = await partnerOf(tx, null, ['input']);
    const found = await tx.get(PartnerAnnouncement, input.announcementId, PATH);
    if (found.partner.id !== partner.id) refuse('NOT_FOUND', 'The partner has no such announcement.', PATH);
    await tx.em.populate(found, ['unit'] as never);
    if (!found.author || found.author.id !== tx.caller.operatorId) refuseAbove(tx, found.unit ?? null, PATH);
    if (found.status !== PartnerAnnouncementStatus.PUBLISHED)
      refuse('INVALID_STATE', 'It was taken back already.', PATH, { state: found.status });
    Object.assign(found, { status: PartnerAnnouncementStatus.WITHDRAWN, reachedPartner: null, reachedUnit: null });
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'partner-announcement.withdrawn',
      subject: found,
      regionId: partner.region.id,
      data: { partner: partner.code, unit: found.unit?.code ?? null, title: found.title },
    });
    return found;
  });
}
