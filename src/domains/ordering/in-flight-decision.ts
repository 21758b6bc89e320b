import { CustomerServiceType as A, ServiceConflict as C } from '../catalogue/index.js';

/** A rule of a product about a service in flight and another one requested; the catalogue's `ServiceRelation` is one. */
export interface InFlightRule {
  running: A;
  requested: A;
  decision: C;
}

/** Rules for pairs that the product does not name (ORD-10); after them comes {@link fallback}. */
export const usualRules: readonly InFlightRule[] = [
  { running: A.REMOVE, requested: A.MOVE, decision: C.REJECT },
  { running: A.MOVE, requested: A.TRANSFER, decision: C.WAIT },
  { running: A.MOVE, requested: A.REMOVE, decision: C.OVERRIDE },
];

/** The same again makes no sense; what is being removed admits nothing; everything else waits for its turn. */
function fallback(running: A, requested: A): C {
  return running === requested || running === A.REMOVE ? C.REJECT : C.WAIT;
}

/** What a service in flight on an instance means for another one requested on it: the product's own rule decides first. */
export function decideInFlight(productRules: readonly InFlightRule[], running: A, requested: A): C {
  const matches = (rule: InFlightRule) => rule.running === running && rule.requested === requested;
  return (productRules.find(matches) ?? usualRules.find(matches))?.decision ?? fallback(running, requested);
}
