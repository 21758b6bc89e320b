import { allow, anyOf, definePolicy, everyRow, ofEmployee } from '../../kernel/access/index.js';
import { Memo } from './memo.js';
import { WorkLogPeriod } from './work-log-period.js';
import { WorkLog } from './work-log.js';

// Who heads whom is known to all; what they write is for the author and the head only (OPS-19).
definePolicy(WorkLogPeriod, { STAFF: everyRow });
definePolicy(WorkLog, { STAFF: anyOf(ofEmployee('author'), ofEmployee('period', 'superior')) });
definePolicy(Memo, {
  STAFF: anyOf(ofEmployee('author'), ofEmployee('receiver'), ofEmployee('period', 'superior')),
});

allow({
  workLogPeriodSave: ['STAFF'],
  workLogSave: ['STAFF'],
  workLogSubmit: ['STAFF'],
  workLogRead: ['STAFF'],
  workLogReview: ['STAFF'],
  workLogRemind: ['STAFF'],
  memoSave: ['STAFF'],
  memoCancel: ['STAFF'],
  memoAcknowledge: ['STAFF'],
});
