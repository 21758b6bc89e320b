import { allow, definePolicy, inRegion } from '../../kernel/access/index.js';
import { Approval } from './approval.js';

// What the operator has to decide is its own business.
definePolicy(Approval, { STAFF: inRegion('region') });

// Who may decide which is said by the process, or by the domain of the object.
allow({ approvalDecide: ['STAFF'], approvalWithdraw: ['STAFF'] });
