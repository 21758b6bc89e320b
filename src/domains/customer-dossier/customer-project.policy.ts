import { allow, definePolicy, via } from '../../kernel/access/index.js';
import { CustomerProject } from './customer-project.js';

// What the operator knows of the plans of a customer is not shown to it, nor to who sold it something.
definePolicy(CustomerProject, { STAFF: via('customer') });

allow({ customerProjectSave: ['STAFF'], customerProjectRemove: ['STAFF'] });
