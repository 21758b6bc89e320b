import './partner-staff.events.js';
import type { Domain } from '../../kernel/domain.js';
import { partnerExits } from '../partner/index.js';
import { OperatorGrant } from './operator-grant.js';
import { endOperatorsOf } from './operator.service.js';
import { PartnerAnnouncement } from './partner-announcement.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerPermission } from './partner-permission.js';
import { PartnerRightsResolver } from './partner-rights.resolver.js';
import './partner-staff.policy.js';
import { PartnerStaffResolver } from './partner-staff.resolver.js';
import { PartnerUnit } from './partner-unit.js';
import { closeAllTo } from './permission.service.js';

export * from './managed.js';
export * from './operator-endings.js';
export * from './operator-lookup.js';
export * from './partner-operator.js';
export * from './partner-unit.js';

partnerExits.add(async (tx, partner, _successor, reason) => {
  await tx.em.populate(partner, ['region'] as never);
  await endOperatorsOf(tx, partner, reason);
  await closeAllTo(tx, partner);
  return 0;
});

/** The people of partners: units, operators, what they may do, and what they tell each other, kept by the partners themselves. */
export const partnerStaff: Domain = {
  name: 'partner-staff',
  entities: [PartnerUnit, PartnerOperator, PartnerPermission, OperatorGrant, PartnerAnnouncement],
  resolvers: [PartnerStaffResolver, PartnerRightsResolver],
};
