import { describeEnum } from '../../kernel/model/index.js';
import type { ResourceItem } from './resource-item.js';

export enum NumberRefusal {
  TAKEN = 'TAKEN',
  FAULTY = 'FAULTY',
  UNKNOWN = 'UNKNOWN',
  OTHER = 'OTHER',
}

describeEnum(NumberRefusal, 'NumberRefusal', 'Why the outside number subsystem does not hold a number (RES-42).', {
  TAKEN: 'It is held or used there already.',
  FAULTY: 'It cannot be put into service for now.',
  UNKNOWN: 'There is no such number there.',
  OTHER: 'Another reason; the words of the subsystem stand beside it.',
});

/** Minutes until the subsystem is asked again after its first refusal; twice as many each time, a day at most. */
const FIRST_WAIT = 5;
const LONGEST_WAIT = 24 * 60;

/** What a number has that the subsystem does not refuse. */
export const notRefused = {
  ...{ outsideRefusedAt: null, outsideRefusal: null, outsideRefusalReason: null },
  ...{ outsideRefusals: 0, outsideAskAt: null },
} as const satisfies Partial<ResourceItem>;

/** Notes that the subsystem refused a number at a moment, once more, and when it is asked again. */
export function noteRefusal(
  item: ResourceItem,
  { code = NumberRefusal.OTHER, reason }: { code?: NumberRefusal | undefined; reason: string },
  at: Date,
): void {
  item.outsideRefusals += 1;
  const minutes = Math.min(FIRST_WAIT * 2 ** Math.min(item.outsideRefusals - 1, 20), LONGEST_WAIT);
  Object.assign(item, {
    ...{ outsideRefusedAt: item.outsideRefusedAt ?? at, outsideRefusal: code },
    ...{ outsideRefusalReason: reason.slice(0, 500), outsideAskAt: new Date(at.getTime() + minutes * 60_000) },
  });
}
