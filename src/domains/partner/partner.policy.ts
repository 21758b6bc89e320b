import {
  allow,
  confirmFirst,
  definePolicy,
  extendPolicy,
  inRegion,
  ofPartner,
  whoSees,
} from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { Party } from '../party/index.js';
import { Partner } from './partner.js';

definePolicy(Partner, { STAFF: inRegion('region'), PARTNER: ofPartner() });
extendPolicy(Party, { STAFF: whoSees(Partner, 'party'), PARTNER: whoSees(Partner, 'party') });

allow({ partnerCreate: ['STAFF'], partnerMove: ['STAFF'], partnerExit: ['STAFF'] });

confirmFirst('partnerExit');

auditAs(AuditCategory.BASIC_DATA, 'partnerCreate', 'partnerMove', 'partnerExit');
