import { type Class, allNouns, columnName, nounOf } from '../../kernel/model/index.js';
import { ContactPerson, Customer, CustomerCancellation, CustomerRelationship } from '../customer/index.js';
import { ContactMedium, Party, PartyIdentification, SocialGroupMembership } from '../party/index.js';
import { CustomerMerge } from './customer-merge.js';
import { DuplicateCandidate } from './duplicate-candidate.js';

/** A column that refers to customers, or to their parties. */
export interface Reference {
  noun: string;
  tag: string;
  table: string;
  field: string;
  column: string;
  /** Columns that tell what is the same: a row whose like the survivor has already stays where it is. */
  same?: readonly string[];
  /** The column that must not come to refer to the same: a row that would stays where it is. */
  unlike?: string;
}

/**
 * What tells of the customer as it was stays with the absorbed customer. Service passwords go along, those for what the survivor has none
 * for: what they protect goes along too (CUS-03).
 */
const staying = new Set<Class>([CustomerMerge, DuplicateCandidate, CustomerCancellation]);

/** Declares that rows of a noun of a domain behind this one stay with the absorbed customer. */
export const stayWithAbsorbed = (noun: Class): void => void staying.add(noun);

/** What of a party moves with its customer, and by which columns two are the same. */
const ofParty: readonly (readonly [Class, string, readonly string[]])[] = [
  [ContactMedium, 'party', ['kind', 'value']],
  [PartyIdentification, 'party', []],
  [SocialGroupMembership, 'member', []],
  [ContactPerson, 'person', []],
];

const reference = (noun: Class, field: string, same: readonly string[] = []): Reference => {
  const { name, tag, table } = nounOf(noun);
  return { noun: name, tag: tag!, table, field, column: `${columnName(field)}_id`, same };
};

/** The other end of a relation of customers: nobody is related to oneself (CUS-47). */
const otherEnd = (noun: Class, field: string): Pick<Reference, 'unlike'> =>
  noun === CustomerRelationship ? { unlike: field === 'from' ? 'to_id' : 'from_id' } : {};

/** Every reference that any domain declares to customers: a noun that is added later moves with the others. */
export function customerReferences(): Reference[] {
  return allNouns()
    .filter(({ tag, target }) => tag && !staying.has(target))
    .flatMap(({ target, own }) =>
      [...own.values()]
        .filter((field) => field.kind === 'one' && field.target() === Customer)
        .map(({ name }) => ({ ...reference(target, name), ...otherEnd(target, name) })),
    );
}

/** The references to parties that move where two customers are two parties. */
export const partyReferences = (): Reference[] =>
  ofParty.filter(([noun]) => noun !== (Party as Class)).map(([noun, field, same]) => reference(noun, field, same));
