import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Node } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { ProcessAlarmLevel } from '../process/index.js';
import { newDispatch } from './collaboration-dispatch.js';
import { CollaborationKind, CollaborationOrder } from './collaboration-order.js';
import { collaborationLifecycle } from './collaboration.lifecycle.js';
import { limitOf } from './limit-of.js';
import { anyUnit, requesterOf } from './order-units.js';

/** What units are asked for their opinion of. */
export interface OpinionRequest {
  event: string;
  detail: string;
  /** What it is about, by the name of its noun. */
  about: { type: string; subject: Node };
  /** Opaque id of the unit that asks; null for that of the caller. */
  requesterId: string | null;
  dueAt: string | null;
  /** Which unit, by its opaque id, is asked what. */
  parts: readonly { organizationId: string; detail: string }[];
}

/**
 * Writes a collaboration order about something and sends each unit its part; every reply must say whether the unit agrees
 * (OPS-52, OPS-53). @param path of the input that holds `units`, `requesterId` and `dueAt`
 */
export async function askUnits(tx: Transaction, request: OpinionRequest, path: InputPath): Promise<CollaborationOrder> {
  const { event, detail, about, parts } = request;
  const dueAt = limitOf(tx, request.dueAt);
  const order = Object.assign(new CollaborationOrder(), {
    ...{ kind: CollaborationKind.COLLABORATION, event, detail, dueAt, cancelReason: null },
    requester: await requesterOf(tx, request.requesterId),
    orderNo: formatNumber('CO', await takeNumber(tx, 'collaboration-order')),
    requestedBy: tx.caller.subject,
    ...{ objectType: about.type, objectKey: about.subject.id, alarmLevel: ProcessAlarmLevel.MINOR },
    opinionWanted: true,
  });
  collaborationLifecycle.begin(tx, tx.add(order));
  await collaborationLifecycle.move(tx, order, 'dispatch');
  order.rounds = 1;
  for (const [index, { organizationId, detail: part }] of parts.entries()) {
    const at = [...path, 'units', index, 'organizationId'];
    if (parts.findIndex((other) => other.organizationId === organizationId) !== index)
      refuse('DUPLICATE', 'The unit is named twice.', at);
    const unit = await anyUnit(tx, organizationId, at);
    const dispatch = tx.add(Object.assign(newDispatch(tx, order, unit), { detail: part }));
    const data = { orderNo: order.orderNo, organization: unit.code, round: 1 };
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.sent', subject: dispatch, data });
  }
  return order;
}

const OPINIONS = `
  select distinct on ("u"."id") "u"."code", "d"."status", "d"."opinion", "d"."replied_by" from "collaboration_order" "o"
  join "collaboration_dispatch" "d" on "d"."order_id" = "o"."id" and "d"."status" in ('SENT', 'REPLIED') join "party" "u" on "u"."id" = "d"."organization_id"
  where "o"."object_type" = ? and "o"."object_key" = ? and "o"."opinion_wanted" and "o"."status" <> 'CANCELLED'
  order by "u"."id", "d"."sent_at" desc, "d"."id" desc`;

/** What units say of something: by code those that have not replied and those that disagree, and who agreed; of several replies of one the last counts. */
export async function opinionsOn(
  tx: Transaction,
  { type, subject }: { type: string; subject: Pick<Node, 'id'> },
): Promise<{ awaited: string[]; against: string[]; agreedBy: string[] }> {
  await tx.em.flush();
  type Row = { code: string; status: string; opinion: string | null; replied_by: string | null };
  const rows = await tx.em.execute<Row[]>(OPINIONS, [type, subject.id]);
  return {
    awaited: rows.filter(({ status }) => status === 'SENT').map(({ code }) => code),
    against: rows.filter(({ opinion }) => opinion === 'DISAGREE').map(({ code }) => code),
    agreedBy: rows.flatMap(({ opinion, replied_by: who }) => (opinion === 'AGREE' && who ? [who] : [])),
  };
}
