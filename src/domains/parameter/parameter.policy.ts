import { allow, definePolicy, everyRow, inOrganisation, ofPartner, withValue } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { Alarm } from './alarm.js';
import { ParameterValue } from './parameter-value.js';
import { Parameter } from './parameter.js';

definePolicy(Parameter, { STAFF: everyRow, PARTNER: withValue('forPartners', 'true') });
definePolicy(ParameterValue, { STAFF: everyRow, PARTNER: ofPartner('partner') });
// What goes wrong in a unit is a matter of it and of those above.
definePolicy(Alarm, { STAFF: inOrganisation('organization') });

allow({
  parameterCreate: ['STAFF'],
  parameterSet: ['STAFF', 'PARTNER'],
  parameterRemove: ['STAFF'],
  monitoredValueReport: ['STAFF'],
});

auditAs(AuditCategory.BASIC_DATA, 'parameterCreate', 'parameterSet', 'parameterRemove');
