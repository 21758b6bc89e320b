import { allow, definePolicy, inRegion, ofCustomer, policyVia } from '../../kernel/access/index.js';
import { RunningIndicator } from './running-indicator.js';
import { SlaContract } from './sla-contract.js';
import { SlaProblem } from './sla-problem.js';
import { SlaTerm } from './sla-term.js';

const owned = { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') };

definePolicy(SlaContract, owned);
definePolicy(SlaProblem, owned);
policyVia(SlaTerm, 'slaContract');
policyVia(RunningIndicator, 'term');

allow({ slaContractCreate: ['STAFF'], slaMeasurementRecord: ['STAFF'] });
