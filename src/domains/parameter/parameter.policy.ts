import { allow, definePolicy, everyRow } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { ParameterValue } from './parameter-value.js';
import { Parameter } from './parameter.js';

definePolicy(Parameter, { STAFF: everyRow });
definePolicy(ParameterValue, { STAFF: everyRow });

allow({ parameterCreate: ['STAFF'], parameterSet: ['STAFF'], parameterRemove: ['STAFF'] });

auditAs(AuditCategory.BASIC_DATA, 'parameterCreate', 'parameterSet', 'parameterRemove');
