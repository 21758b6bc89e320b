import type { CallContext } from '../../kernel/database/context.js';
import { codedError, Refusal } from '../../kernel/errors/index.js';
import { encodeCursor, type HistoryEvent } from '../../kernel/events/index.js';
import { Region } from '../region/index.js';
import { complaintLifecycle } from './complaint.lifecycle.js';
import { disputeLifecycle } from './dispute.lifecycle.js';
import { faultLifecycle } from './fault.lifecycle.js';
import { ProblemTicket } from './problem-ticket.js';
import { suggestionLifecycle } from './suggestion.lifecycle.js';

/** Type of the events that tickets of a kind change state by. */
export const changesOf = (lifecycle: { definition: { name: string } }): string =>
  `${lifecycle.definition.name}.status.changed`;
/** Types of the events that tickets of any kind change state by. */
export const EVERY_CHANGE = [faultLifecycle, complaintLifecycle, suggestionLifecycle, disputeLifecycle].map(changesOf);

/**
 * The state changes of one ticket: after the cursor, or from its acceptance on.
 * @throws NOT_FOUND when it is missing or the caller may not see it; CURSOR_INVALID and CURSOR_EXPIRED as `EventFeed.watch` does.
 */
export async function watchTicket(
  context: CallContext,
  ticketId: string,
  after: string | null,
): Promise<AsyncIterable<HistoryEvent>> {
  const { id } = await visible(context, ProblemTicket, ticketId, 'ticketId');
  const start = after ?? (await beforeFirst(context, id));
  return context.feed.watch({ caller: context.caller, after: start, match: { subjectId: id, types: EVERY_CHANGE } });
}

/** The cursor just before the first event of a ticket; before the present when that event has no place yet. */
async function beforeFirst(context: CallContext, id: string): Promise<string> {
  const present = context.feed.tail.position;
  const { rows } = await context.database.pool.query<{ first: string | null }>(
    'select min("position") as "first" from "history_entry" where "subject_id" = $1',
    [id],
  );
  return encodeCursor(rows[0]?.first == null ? present : Number(rows[0].first) - 1);
}

/**
 * The state changes of faults in the caller's regions, or in one region and all inside it: after the cursor, or from now on.
 * @throws NOT_FOUND for an unknown region; CURSOR_INVALID and CURSOR_EXPIRED as `EventFeed.watch` does.
 */
export async function watchFaults(
  context: CallContext,
  regionId: string | null,
  after: string | null,
): Promise<AsyncIterable<HistoryEvent>> {
  const regions = regionId ? { regionIds: await regionsInside(context, regionId) } : {};
  return context.feed.watch({
    caller: context.caller,
    after,
    match: { types: [changesOf(faultLifecycle)], ...regions },
  });
}

async function regionsInside(context: CallContext, regionId: string): Promise<string[]> {
  const { path } = await visible(context, Region, regionId, 'regionId');
  const { rows } = await context.database.pool.query<{ id: string }>(
    'select "id" from "region" where starts_with("path", $1)',
    [path],
  );
  return rows.map((row) => row.id);
}

async function visible<T extends ProblemTicket | Region>(
  context: CallContext,
  noun: abstract new () => T,
  id: string,
  argument: string,
): Promise<T> {
  try {
    return await context.database.write(context, (tx) => tx.get(noun, id, [argument], { lock: false }));
  } catch (error) {
    if (error instanceof Refusal) throw codedError('NOT_FOUND', error.userErrors[0]!.message, { path: [argument] });
    throw error;
  }
}
