import { type Class, allNouns, nounFields, registerField } from '../model/registry.js';
import { datedRows } from '../versions/keep-versions.js';
import { HistoryEntry } from './history-entry.js';

// What had happened by a moment is known of every moment.
datedRows(HistoryEntry, { from: '"occurred_at"' });

/** Gives a noun the connection `history` over all events that name it by this key, such as everything that concerns a customer. */
export function timelineOf(noun: Class, key: 'customerId'): void {
  registerField(noun, {
    kind: 'many',
    name: 'history',
    target: () => HistoryEntry,
    by: key,
    raw: true,
    nullable: false,
    description: 'Everything that happened to it and to what belongs to it, oldest first (MOD-81).',
  });
}

/** Gives every listed noun without a timeline of its own the connection `history` over the events of which it is the subject. */
export function linkHistories(): void {
  for (const noun of allNouns()) {
    const isEntry = noun.target === HistoryEntry || noun.target.prototype instanceof HistoryEntry;
    if (noun.abstract || !noun.root || isEntry || nounFields(noun).has('history')) continue;
    registerField(noun.target, {
      kind: 'many',
      name: 'history',
      target: () => HistoryEntry,
      by: 'subjectId',
      raw: true,
      nullable: false,
      description: 'What happened to it, oldest first (MOD-81).',
    });
  }
}
