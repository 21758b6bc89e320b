import {
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  recordChange,
  stateChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { RegionKind } from './region.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const regionEvents = defineEventTypes({
  'region.changed': recordChange('Region', 'Data of a region were changed.', {
    changes: fieldChanges(),
  }),
  'region.created': fact('Region', 'A region was added below another.', {
    code: text('Code of the region.'),
    name: text('Its name.'),
    kind: oneOf(RegionKind, 'What it is.'),
    parent: text('Code of the region it lies in.'),
  }),
  'region.status.changed': stateChange('Region', 'A region was retired or taken up again.'),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof regionEvents> {}
}
