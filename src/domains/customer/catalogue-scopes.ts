import { CataloguePurpose, judgeCatalogueScope } from '../catalogue/index.js';
import { CustomerGroup } from './customer-group.js';
import { CustomerSegment, SegmentStatus } from './customer-segment.js';

// The catalogue asks before a catalogue is made for a segment or a group (PRD-94).
judgeCatalogueScope(CataloguePurpose.SEGMENT, async (tx, code) => {
  const segment = await tx.em.findOne(CustomerSegment, { code });
  if (!segment) return 'NOT_FOUND';
  const ended = segment.validity.to !== null && segment.validity.to !== undefined && segment.validity.to <= tx.at;
  return segment.status === SegmentStatus.ACTIVE && !ended ? undefined : 'NOT_ACTIVE';
});

// Groups are seen in their region alone: to others one of another province is none.
judgeCatalogueScope(CataloguePurpose.CUSTOMER_GROUP, async (tx, code, owner) => {
  const group = await tx.em.findOne(CustomerGroup, { code }, { populate: ['region'] });
  const seen = group && (!owner || group.region.path.startsWith(owner.path));
  return seen ? undefined : 'NOT_FOUND';
});
