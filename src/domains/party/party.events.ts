import { defineEventTypes, fieldChanges, oneOf, recordChange, type DataOf } from '../../kernel/events/event-type.js';
import { IdentificationType } from './party-identification.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const partyEvents = defineEventTypes({
  'identity-rule.saved': recordChange(
    'IdentityRule',
    'A rule for the numbers of identity documents was made or changed.',
    {
      type: oneOf(IdentificationType, 'Documents that it is for.'),
      changes: fieldChanges(),
    },
  ),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof partyEvents> {}
}
