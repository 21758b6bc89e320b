import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';

import { LevelRule } from './level-rule.js';

definePolicy(LevelRule, { STAFF: everyRow });

allow({
  segmentDimensionSave: [],
  segmentDimensionRefresh: ['STAFF'],
  customerSegmentSave: ['STAFF'],
  customerSegmentMembersAdd: ['STAFF'],
  customerSegmentMembersRemove: ['STAFF'],
  customerSegmentMerge: ['STAFF'],
  customerSegmentRetire: ['STAFF'],
  customerManagerAssign: ['STAFF'],
  levelRuleSave: [],
  levelRulesApply: ['STAFF'],
  customerLevelSet: ['STAFF'],
});
