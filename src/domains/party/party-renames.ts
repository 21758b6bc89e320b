import type { Transaction } from '../../kernel/database/transaction.js';
import type { InputPath } from '../../kernel/errors/index.js';
import type { Party } from './party.js';

/** What an area does when a locked party has got another name, in the same transaction; it may refuse, at the path of the name. */
export type PartyRename = (tx: Transaction, party: Party, path: InputPath) => Promise<void>;

/** Areas that keep the names of parties, or guard them; each adds its own when it is loaded. */
export const partyRenames = new Set<PartyRename>();

/** Gives a locked party another name where that is no change of a customer, such as for an employee. Refuses with what the areas have against it. */
export async function renameParty(tx: Transaction, party: Party, name: string, path: InputPath): Promise<void> {
  if (party.name === name) return;
  party.name = name;
  for (const follow of partyRenames) await follow(tx, party, path);
}
