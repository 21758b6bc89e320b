import {
  allowed,
  type DataOf,
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  oneOf,
  opaqueId,
  recordChange,
  text,
  texts,
  whole,
} from '../../kernel/events/event-type.js';
import { ProductCostKind, ProductCostStage } from './product-cost.js';
import { ProductPhase } from './product-lifecycle.js';
import { ProductRelationKind, Selection } from './product-relation.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const catalogueEvents = defineEventTypes({
  'guaranteeType.changed': recordChange('GuaranteeType', 'A kind of guarantee was added or changed.', {
    changes: fieldChanges(),
  }),
  'paymentMethod.changed': recordChange('PaymentMethod', 'A means of payment was added or changed.', {
    changes: fieldChanges(),
  }),
  'salesChannel.changed': recordChange('SalesChannel', 'A sales channel was added or changed.', {
    changes: fieldChanges(),
  }),
  'productPackage.created': fact('ProductPackage', 'A bundle of products was frozen.', {
    code: text('Its code.'),
    products: texts('Codes of its products.'),
  }),
  'offering.sla.added': recordChange('Offering', 'An offering got an SLA level.', {
    slaCode: text('Code of the level.'),
    ...allowed,
  }),
  'offering.sla.changed': recordChange('Offering', 'An SLA level of an offering was changed.', {
    slaCode: text('Code of the level.'),
    changes: fieldChanges(),
    ...allowed,
  }),
  'product.cost.recorded': recordChange('Product', 'A cost of a product was recorded.', {
    stage: oneOf(ProductCostStage, 'When it arises.'),
    kind: oneOf(ProductCostKind, 'What it pays.'),
    amount: decimal('How much.'),
    currency: text('ISO 4217 code.'),
  }),
  'product.reviewed': fact('Product', 'Where a product stands in its life was reviewed (PRD-105).', {
    former: oneOf(ProductPhase, 'Phase before; null at the first review.').nullable(),
    phase: oneOf(ProductPhase, 'Phase that was found.'),
    nextReviewOn: text('Day of the next review; null when none is planned.').nullable(),
  }),
  'product.review.planned': recordChange('Product', 'The next review of a product was planned (PRD-105).', {
    changes: fieldChanges(),
  }),
  'product.review.due': fact('Product', 'A review of a product comes near: its maintainers are reminded (PRD-105).', {
    code: text('Code of the product.'),
    phase: oneOf(ProductPhase, 'Its phase.'),
    reviewOn: text('Day of the review.'),
    configuredBy: text('Who configured the product last; null for what came with the system.').nullable(),
  }),
  'product.withdrawal.planned': recordChange(
    'Product',
    'The withdrawal of a product was planned or changed (PRD-98).',
    {
      changes: fieldChanges(),
    },
  ),
  'product.withdrawal.cancelled': recordChange('Product', 'The withdrawal of a product was given up (PRD-98).', {}),
  'product.withdrawal.sale-stopped': fact('Product', 'The sale of a product has stopped, as planned (PRD-98).', {
    code: text('Its code.'),
    replacedBy: text('Code of the product that takes its place; null for none.').nullable(),
    endOfServiceOn: text('Day on which its service ends; null while that is open.').nullable(),
    liveInstances: whole('How many of it customers still have.'),
  }),
  'product.withdrawal.service-ends': fact(
    'Product',
    'The day has come on which nobody shall have a product any more (PRD-98).',
    {
      code: text('Its code.'),
      replacedBy: text('Code of the product that takes its place; null for none.').nullable(),
      liveInstances: whole('How many of it customers still have.'),
    },
  ),
  'product.fulfilment.set': recordChange(
    'Product',
    'How a product is fulfilled for group customers was said (WFL-73).',
    {
      code: text('Code of the product.'),
      supervised: flag('Whether it is for group customers.'),
      processTemplate: text('Code of the template of its process; null for the one that applies.').nullable(),
      requirements: texts('What its fulfilment takes: kind, code and quantity.'),
    },
  ),
  'product.relation.added': recordChange('Product', 'A product was related to another.', {
    kind: oneOf(ProductRelationKind, 'What the relation is.'),
    selection: oneOf(Selection, 'Whether an attached product is preselected; null for other relations.').nullable(),
    toId: opaqueId('The other product.'),
    toCode: text('Code of the other product.'),
    ...allowed,
  }),
  'product.relation.changed': recordChange('Product', 'A relation of a product to another was changed.', {
    kind: oneOf(ProductRelationKind, 'What the relation is.'),
    toId: opaqueId('The other product.'),
    toCode: text('Code of the other product.'),
    changes: fieldChanges(),
    ...allowed,
  }),
  'product.relation.ended': recordChange('Product', 'A relation of a product to another has ended.', {
    kind: oneOf(ProductRelationKind, 'What the relation was.'),
    toId: opaqueId('The other product.'),
    toCode: text('Code of the other product.'),
    held: flag('Whether it held before; else it was taken back before it did.'),
    ...allowed,
  }),
  'offering.changed': recordChange('Offering', 'Data of an offering were changed.', {
    version: whole('Number of the version that it made; absent for what is not versioned.').optional(),
    ...allowed,
    changes: fieldChanges(),
  }),
  'product.changed': recordChange('Product', 'Data of a product were changed; it has a new version.', {
    version: whole('Number of the version that it made; absent for what is not versioned.').optional(),
    changes: fieldChanges(),
  }),
  'catalogue.channel.set': recordChange('Catalogue', 'A channel sells by this catalogue now.', {
    channel: text('The channel.'),
    former: text('Code of the catalogue that it sold by before.').nullable(),
  }),
  'catalogue.heading.added': recordChange('Catalogue', 'A heading was added to a catalogue.', {
    code: text('Code of the heading.'),
  }),
  'catalogue.heading.changed': recordChange('Catalogue', 'A heading of a catalogue was changed or moved.', {
    code: text('Code of the heading.'),
  }),
  'catalogue.heading.removed': recordChange('Catalogue', 'A heading was removed from a catalogue.', {
    code: text('Code of the heading.'),
  }),
  'catalogue.entry.placed': recordChange('Catalogue', 'Something was put under a heading of a catalogue.', {
    heading: text('Code of the heading.'),
    code: text('Code of what was put there.'),
    position: whole('Its place, from 1.'),
  }),
  'catalogue.entry.removed': recordChange('Catalogue', 'An entry was taken out of a catalogue.', {
    heading: text('Code of its heading.'),
  }),
  'productLine.changed': recordChange('ProductLine', 'A product line was made or changed.', {
    changes: fieldChanges(),
  }),
  'businessLine.changed': recordChange('BusinessLine', 'A business was made or changed.', {
    changes: fieldChanges(),
  }),
  'competitor.changed': recordChange('Competitor', 'A competitor was recorded or its data changed.', {
    changes: fieldChanges(),
  }),
  'competitorProduct.changed': recordChange('CompetitorProduct', 'A product of a competitor was recorded or changed.', {
    changes: fieldChanges(),
  }),
  'productComparison.changed': recordChange('ProductComparison', 'A product was compared with one of a competitor.', {
    changes: fieldChanges(),
  }),
  'slaIndicator.changed': recordChange('SlaIndicator', 'An SLA indicator was changed.', {
    changes: fieldChanges(),
  }),
  'slaIndicator.added': fact('SlaIndicator', 'An SLA indicator was added.', {
    code: text('Its code.'),
  }),
  'slaTemplate.changed': recordChange('SlaTemplate', 'An SLA template of a product was made or changed.', {
    code: text('Its code.'),
    productId: opaqueId('The product.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof catalogueEvents> {}
}
