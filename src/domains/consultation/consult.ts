import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import type { Node } from '../../kernel/model/index.js';
import { askUnits, type CollaborationOrder, opinionsOn } from '../operations/index.js';
import type { ConsultedUnitInput } from './consultation.input.js';

/** What is put to departments. */
export interface Question {
  event: string;
  /** What all are told; what one of them is asked besides stands under it. */
  detail: string;
  about: { type: string; subject: Node };
  requesterId: string | null;
  units: readonly ConsultedUnitInput[];
  dueAt: string | null;
}

/** Asks departments for their opinion, each about its part, by a collaboration order (OPS-52, OPS-53). */
export function consult(tx: Transaction, question: Question, path: InputPath): Promise<CollaborationOrder> {
  const { event, detail, about, requesterId, units, dueAt } = question;
  const parts = units.map(({ organizationId, part }) => ({
    organizationId,
    detail: part ? `${detail}\n\n${part}` : detail,
  }));
  return askUnits(tx, { event, detail, about, requesterId, dueAt, parts }, path);
}

/** Why something may not go on for what departments said of it, or have not said yet; undefined when nothing stands in its way. */
export async function opinionObjection(
  tx: Transaction,
  type: string,
  subject: Pick<Node, 'id'>,
): Promise<string | undefined> {
  const { awaited, against } = await opinionsOn(tx, { type, subject });
  if (against.length > 0) return `Not with the consent of ${against.join(', ')}.`;
  return awaited.length > 0 ? `The opinion of ${awaited.join(', ')} is awaited.` : undefined;
}

/** Whether somebody else than the caller agreed to something in the name of a department. */
export async function othersAgree(tx: Transaction, type: string, subject: Pick<Node, 'id'>): Promise<boolean> {
  const { agreedBy } = await opinionsOn(tx, { type, subject });
  return agreedBy.some((who) => who !== tx.caller.subject);
}
