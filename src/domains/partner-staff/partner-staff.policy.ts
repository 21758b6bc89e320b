import {
  aboveOperator,
  allow,
  anyOf,
  definePolicy,
  extendPolicy,
  inRegion,
  ofOperator,
  ofPartner,
  whoSees,
} from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { FunctionPoint } from '../access/index.js';
import { OperatorGrant } from './operator-grant.js';
import { PartnerAnnouncement } from './partner-announcement.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerPermission } from './partner-permission.js';
import { PartnerUnit } from './partner-unit.js';

// The people of a partner know each other; those of the operator who look after the partner's region know them, too.
const people = { STAFF: inRegion('partner', 'region'), PARTNER: ofPartner('partner') };
definePolicy(PartnerUnit, people);
definePolicy(PartnerOperator, people);
definePolicy(PartnerPermission, people);
definePolicy(OperatorGrant, {
  STAFF: inRegion('operator', 'partner', 'region'),
  PARTNER: ofPartner('operator', 'partner'),
});
definePolicy(PartnerAnnouncement, {
  STAFF: inRegion('partner', 'region'),
  PARTNER: anyOf(ofPartner('reachedPartner'), aboveOperator('reachedUnit'), ofOperator('author')),
});
extendPolicy(FunctionPoint, { PARTNER: whoSees(PartnerPermission, 'functionPoint') });

allow({
  partnerPermissionsOpen: ['STAFF'],
  partnerPermissionsClose: ['STAFF'],
  partnerUnitSave: ['STAFF', 'PARTNER'],
  partnerUnitClose: ['STAFF', 'PARTNER'],
  partnerOperatorSave: ['STAFF', 'PARTNER'],
  partnerOperatorEnd: ['STAFF', 'PARTNER'],
  partnerOperatorGrant: ['STAFF', 'PARTNER'],
  partnerOperatorRevoke: ['STAFF', 'PARTNER'],
  partnerAnnouncementPublish: ['PARTNER'],
  partnerAnnouncementWithdraw: ['PARTNER'],
});

auditAs(
  AuditCategory.BASIC_DATA,
  'partnerPermissionsOpen',
  'partnerPermissionsClose',
  'partnerUnitSave',
  'partnerUnitClose',
  'partnerOperatorSave',
  'partnerOperatorEnd',
  'partnerOperatorGrant',
  'partnerOperatorRevoke',
);
