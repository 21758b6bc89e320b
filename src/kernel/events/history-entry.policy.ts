import type { Caller } from '../access/caller.js';
import { definePolicy, inRegion, ofCustomer, type RowRule, rowRule } from '../access/policy.js';
import { HistoryEntry } from './history-entry.js';
import type { HistoryEvent } from './history-event.js';

definePolicy(HistoryEntry, { STAFF: inRegion('regionId'), CUSTOMER: ofCustomer('customerId') });

/** Whether the caller may see the event: the row policy of history entries, applied to an event in memory. */
export function maySeeEvent(caller: Caller, event: HistoryEvent): boolean {
  return admits(rowRule(HistoryEntry, caller.kind), caller, event);
}

function admits(rule: RowRule, caller: Caller, event: HistoryEvent): boolean {
  switch (rule.rule) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'any':
      return rule.of.some((part) => admits(part, caller, event));
    case 'match': {
      const value = ownValue(event, rule.path);
      const admitted = caller[rule.value];
      if (value === null || admitted === undefined) return false;
      return typeof admitted === 'string' ? admitted === value : holds(admitted, value);
    }
    case 'values': {
      const value = ownValue(event, [rule.field]);
      return value !== null && rule.values.includes(value);
    }
    case 'confided': {
      if (!admits(rule.of, caller, event)) return false;
      const { verifiedCustomerIds } = caller;
      return !event.confided || !verifiedCustomerIds || verifiedCustomerIds.includes(event.figuresCustomerId!);
    }
    case 'via':
    case 'through':
    case 'referrer':
    case 'among':
    case 'acting':
      throw new Error('The policy of HistoryEntry may not follow references: events are checked in memory.');
  }
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Callers of the headquarters have thousands of regions, and every event is checked against them. */
function holds(list: readonly string[], value: string): boolean {
  let set = sets.get(list);
  if (!set) sets.set(list, (set = new Set(list)));
  return set.has(value);
}

function ownValue(event: HistoryEvent, path: readonly string[]): string | null {
  const value = path.length === 1 ? event[path[0] as keyof HistoryEvent] : undefined;
  if (typeof value === 'string' || value === null) return value;
  throw new Error(`The policy of HistoryEntry may compare texts of the event only, not ${path.join('.')}.`);
}
