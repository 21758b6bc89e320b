import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { identityNumberForms } from './identity-rules.js';
import { PartyIdentification } from './party-identification.js';
import type { Party } from './party.js';

/**
 * Lets a party have a document, by its number as it is kept. Refuses with DUPLICATE, at the path, when any party has it, or another one has
 * the same card under its number of before 1999 or since; a party may have both.
 * @param own the document that gets the number, when it is known already
 */
export async function claimDocument(
  tx: Transaction,
  party: Party,
  { type, number }: Pick<PartyIdentification, 'type' | 'number'>,
  path: InputPath,
  own?: PartyIdentification,
): Promise<void> {
  const forms = identityNumberForms(type, number).toSorted();
  // The database knows each number once; that two numbers are one card, only those know who look one after the other.
  if (forms.length > 1)
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`document ${forms.join(' ')}`]);
  const known = await tx.em.find(PartyIdentification, { type, number: { $in: forms } });
  const others = known.filter((document) => document.id !== own?.id);
  if (others.some((document) => document.number === number || document.party.id !== party.id))
    refuse('DUPLICATE', 'This document belongs to a known party.', path, { type });
}
