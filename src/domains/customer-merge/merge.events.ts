import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  opaqueId,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';

const parts = {
  mergeId: opaqueId('The merge.'),
  absorbedId: opaqueId('The customer that becomes part of the other.'),
  absorbedCode: text('Its code.'),
};

/** Business events of the domain, with their data. */
export const mergeEvents = defineEventTypes({
  'duplicate-rule.saved': recordChange('DuplicateRule', 'A rule for finding doubles was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'duplicate-candidate.dismissed': fact('DuplicateCandidate', 'Two customers who seemed one were found to be two.', {
    score: whole('Sum of the weights of the rules that hold.'),
    matched: texts('Codes of the rules that hold.'),
  }),
  'customer.merge.requested': fact('Customer', 'Another customer is to become part of this one.', parts),
  'customer.merge.rejected': fact('Customer', 'Another customer does not become part of this one.', parts),
  'customer.merged': fact('Customer', 'Another customer became part of this one, with all that it had.', parts),
  'customer.merge.undone': fact('Customer', 'Another customer is no longer part of this one.', parts),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof mergeEvents> {}
}
