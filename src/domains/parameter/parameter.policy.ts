import { allow, definePolicy, everyRow, inOrganisation } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { Alarm } from './alarm.js';
import { ParameterValue } from './parameter-value.js';
import { Parameter } from './parameter.js';

definePolicy(Parameter, { STAFF: everyRow });
definePolicy(ParameterValue, { STAFF: everyRow });
// What goes wrong in a unit is a matter of it and of those above.
definePolicy(Alarm, { STAFF: inOrganisation('organization') });

allow({
  parameterCreate: ['STAFF'],
  parameterSet: ['STAFF'],
  parameterRemove: ['STAFF'],
  monitoredValueReport: ['STAFF'],
});

auditAs(AuditCategory.BASIC_DATA, 'parameterCreate', 'parameterSet', 'parameterRemove');
