import type { Caller } from '../../kernel/access/caller.js';
import type { EventMatch } from '../../kernel/events/index.js';
import { AnyIdInput, AnyIdListInput, decodeId, Input, TextListInput } from '../../kernel/model/index.js';

@Input('Which events a subscriber wants; all conditions hold together, and an absent one admits every event.')
export class EventFilterInput {
  @TextListInput({
    description: 'Types of events, exactly, such as `order.status.changed`; at most 50.',
    optional: true,
    max: 50,
    maxText: 100,
  })
  types?: string[] | null;

  @AnyIdInput({ description: 'The object that they happened to, of any type.', optional: true })
  subjectId?: string | null;

  @AnyIdInput({ description: 'The customer in whose history they stand.', optional: true })
  customerId?: string | null;

  @AnyIdListInput({ description: 'Regions that they belong to, exactly; 1 to 50.', optional: true, max: 50 })
  regionIds?: string[] | null;
}

/** What to watch for a filter. A customer at self-service sees events of their own only: saying so spares looking at all others. */
export function matchOf(filter: EventFilterInput | null | undefined, caller: Caller): EventMatch {
  const { types, subjectId, customerId, regionIds } = filter ?? {};
  const customer = customerId ? keyOf(customerId) : caller.kind === 'CUSTOMER' ? caller.customerId : undefined;
  return {
    ...(types ? { types } : {}),
    ...(subjectId ? { subjectId: keyOf(subjectId) } : {}),
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(regionIds ? { regionIds: regionIds.map(keyOf) } : {}),
  };
}

const keyOf = (id: string): string => decodeId(id)!.uuid;
