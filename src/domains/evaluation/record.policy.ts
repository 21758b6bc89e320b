import { allow, definePolicy, via } from '../../kernel/access/index.js';
import { askedFor } from '../customer/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnRecord } from './churn-record.js';
import { ConsumptionRecord } from './consumption-record.js';

definePolicy(ChurnRecord, { STAFF: via('customer') });
for (const noun of [ConsumptionRecord, ArrearsRecord])
  definePolicy(noun, { STAFF: askedFor('customer', via('customer')) });

allow({
  consumptionRecordSave: ['STAFF'],
  arrearsRecordSave: ['STAFF'],
  arrearsDun: ['STAFF'],
  churnRecordSave: ['STAFF'],
  customerRecordDelete: ['STAFF'],
});
