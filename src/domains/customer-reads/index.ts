import { onTracedRead } from '../../kernel/access/index.js';
import type { Domain } from '../../kernel/domain.js';
import { CustomerRead } from './customer-read.js';
import './customer-reads.policy.js';
import { expireReadsJob, expireReadsSchedule } from './expire-reads.js';
import { ReadLog } from './read-log.js';

/** Who looked at what: reads of personal data, remembered. */
export const customerReads: Domain = {
  name: 'customer-reads',
  entities: [CustomerRead],
  jobs: [expireReadsJob],
  schedules: [expireReadsSchedule],
  start: ({ database }) => {
    const log = new ReadLog(database.pool);
    const end = onTracedRead((read) => log.note(read));
    return async () => {
      end();
      await log.flush();
    };
  },
};
