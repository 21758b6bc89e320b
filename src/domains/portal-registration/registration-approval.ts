import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import { refuse } from '../../kernel/errors/index.js';
import { type ApprovalRequest, onVerdict } from '../../kernel/process/index.js';
import { completeCustomer, decide } from './decide-registration.js';
import { PortalRegistration, PortalRegistrationStatus } from './portal-registration.js';
import { PORTAL_REGISTRATION } from './registration-jobs.js';

const { REVIEW, MAINTAINED, REJECTED } = PortalRegistrationStatus;

/** What is asked about a registration that does not prove who it is: its number, and nothing of the person (CUS-95). */
export const registrationApproval = (registration: PortalRegistration): ApprovalRequest => ({
  ...{ kind: PORTAL_REGISTRATION, subject: registration, title: registration.registrationNo },
  ...{ reason: registration.remark ?? null, regionId: registration.region.id },
  variables: { known: Boolean(registration.customer) },
});

onVerdict<PortalRegistration>(PORTAL_REGISTRATION, {
  subject: PortalRegistration,
  admit: async (tx, { region }, path) => {
    requirePermission(tx.caller, 'portalRegistrationDecide');
    refuseMisuse(actingUnder(tx.caller, 'portalRegistrationDecide'), { regionId: region.id }, path);
  },
  decided: async (tx, { subject: registration, result, remark }) => {
    if (registration.status !== REVIEW) return;
    if (result !== 'APPROVED') return decide(tx, registration, REJECTED, remark);
    if (!registration.customer)
      return refuse('CONTRADICTION', 'The registration names no customer.', ['input', 'accept']);
    await completeCustomer(tx, registration, registration.customer.id);
    decide(tx, registration, MAINTAINED, remark);
  },
});
