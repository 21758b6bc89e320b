import {
  decimal,
  defineEventTypes,
  fieldChanges,
  oneOf,
  opaqueId,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { ProductCostKind, ProductCostStage } from './product-cost.js';
import { ProductRelationKind, Selection } from './product-relation.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const catalogueEvents = defineEventTypes({
  'offering.sla.added': recordChange('Offering', 'An offering got an SLA level.', {
    slaCode: text('Code of the level.'),
  }),
  'product.cost.recorded': recordChange('Product', 'A cost of a product was recorded.', {
    stage: oneOf(ProductCostStage, 'When it arises.'),
    kind: oneOf(ProductCostKind, 'What it pays.'),
    amount: decimal('How much.'),
    currency: text('ISO 4217 code.'),
  }),
  'product.relation.added': recordChange('Product', 'A product was related to another.', {
    kind: oneOf(ProductRelationKind, 'What the relation is.'),
    selection: oneOf(Selection, 'Whether an attached product is preselected; null for other relations.').nullable(),
    toId: opaqueId('The other product.'),
    toCode: text('Code of the other product.'),
  }),
  'offering.changed': recordChange('Offering', 'Data of an offering were changed.', {
    changes: fieldChanges(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof catalogueEvents> {}
}
