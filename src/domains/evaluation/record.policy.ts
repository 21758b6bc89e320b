import { allow, definePolicy, via } from '../../kernel/access/index.js';
import { askedFor } from '../customer/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { ConsumptionRecord } from './consumption-record.js';

for (const noun of [ArrearsRecord, ChurnRecord]) definePolicy(noun, { STAFF: via('customer') });
definePolicy(ConsumptionRecord, { STAFF: askedFor('customer', via('customer')) });

allow({
  consumptionRecordSave: ['STAFF'],
  arrearsRecordSave: ['STAFF'],
  arrearsDun: ['STAFF'],
  churnRecordSave: ['STAFF'],
  customerRecordDelete: ['STAFF'],
});
