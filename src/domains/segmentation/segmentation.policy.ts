import { allow } from '../../kernel/access/index.js';

allow({
  segmentDimensionSave: [],
  segmentDimensionRefresh: ['STAFF'],
  customerSegmentSave: ['STAFF'],
  customerSegmentMembersAdd: ['STAFF'],
  customerSegmentMembersRemove: ['STAFF'],
  customerSegmentMerge: ['STAFF'],
  customerSegmentRetire: ['STAFF'],
  customerManagerAssign: ['STAFF'],
});
