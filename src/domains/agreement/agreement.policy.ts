import { allow, definePolicy, inRegion, ofCustomer, policyVia } from '../../kernel/access/index.js';
import { ContractItem } from './contract-item.js';
import { Contract } from './contract.js';

definePolicy(Contract, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
policyVia(ContractItem, 'contract');

allow({ contractCreate: ['STAFF'], contractSign: ['STAFF'], contractInvalidate: ['STAFF'] });
