import type { Transaction } from '../../kernel/database/transaction.js';
import { TimePeriod } from '../../kernel/model/index.js';
import type { DefinitionFinding } from '../../kernel/process/index.js';
import type { ProcessTemplateVersion } from './process-template-version.js';
import { processVersionLifecycle } from './process-version.lifecycle.js';

/**
 * Makes room for a version that is published: one at most makes instances at a moment (WFL-24). One that made them until now ends where the
 * new one begins; one for a limited time passes over those that begin after it, and what it stands in for goes on behind it where it can.
 * @returns warnings of times for which no version would be left
 */
export async function succeed(
  tx: Transaction,
  former: readonly ProcessTemplateVersion[],
  by: ProcessTemplateVersion,
): Promise<DefinitionFinding[]> {
  const periods: TimePeriod[] = [];
  let gap = false;
  for (const old of former) {
    const left = remaining(old.validity, by.validity, tx.at);
    if (left === null) {
      await processVersionLifecycle.move(tx, old, 'invalidate', { reason: `Version ${by.number} was published.` });
      continue;
    }
    periods.push(left);
    if (left === old.validity) continue;
    gap ||= isCut(old.validity, left, by.validity);
    noteValidity(tx, old, left, by);
    old.validity = left;
  }
  const { to } = by.validity;
  const goesOn = periods.some((period) => isWithin(to, period));
  return gap && to && !goesOn ? [gapWarning(to)] : [];
}

/** What is left of a validity beside that of a newer version; itself when they do not meet, null when nothing is left. */
function remaining(old: TimePeriod, by: TimePeriod, now: Date): TimePeriod | null {
  const from = by.from > now ? by.from : now;
  if ((old.to && old.to <= from) || (by.to && old.from >= by.to)) return old;
  // What has begun was used until now: it begins again where the newer one ends.
  if (old.from < from && from > now) return TimePeriod.since(old.from, from);
  return by.to && (!old.to || old.to > by.to) ? TimePeriod.since(by.to, old.to) : null;
}

/** Whether a validity that went beyond that of the newer one ends before it now. */
const isCut = (old: TimePeriod, left: TimePeriod, by: TimePeriod): boolean =>
  by.to !== null && left.from < by.from && (!old.to || old.to > by.to);

const isWithin = (moment: Date | null, { from, to }: TimePeriod): boolean =>
  moment !== null && from <= moment && (!to || to > moment);

function noteValidity(
  tx: Transaction,
  old: ProcessTemplateVersion,
  left: TimePeriod,
  by: ProcessTemplateVersion,
): void {
  const subject = { kind: 'RECORD_CHANGE', subject: old } as const;
  if (left.from > old.validity.from)
    tx.record({
      ...{ ...subject, type: 'process-version.validity-postponed' },
      data: { from: left.from.toISOString(), by: by.number },
    });
  else
    tx.record({
      ...{ ...subject, type: 'process-version.validity-ended' },
      data: { to: left.to!.toISOString(), by: by.number },
    });
}

const gapWarning = (to: Date): DefinitionFinding => ({
  code: 'VALIDITY_GAP',
  message: `From ${to.toISOString()} on no version makes instances: the one before ends where this one begins.`,
  path: ['validTo'],
  severity: 'WARNING',
});
