import type { Transaction } from '../../kernel/database/transaction.js';
import { encodeId } from '../../kernel/model/index.js';
import { historyValue } from '../../kernel/record/index.js';
import { Customer } from '../customer/index.js';
import { addContactMedium, ContactMedium, ContactMediumKind, Party } from '../party/index.js';
import type { PortalRegistration, PortalRegistrationStatus } from './portal-registration.js';

/** Adds what a registration says and the customer has not: telephone and e-mail address. */
export async function completeCustomer(
  tx: Transaction,
  { mobile, email }: PortalRegistration,
  customerId: string,
): Promise<void> {
  const customer = (await tx.find(Customer, customerId))!;
  const party = await tx.em.findOneOrFail(Party, { id: customer.party.id });
  const given = [
    { kind: ContactMediumKind.MOBILE, value: mobile },
    ...(email ? [{ kind: ContactMediumKind.EMAIL, value: email }] : []),
  ];
  for (const medium of given) {
    if ((await tx.em.count(ContactMedium, { party, ...medium })) > 0) continue;
    const added = addContactMedium(tx, party, medium as Parameters<typeof addContactMedium>[2]);
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'customer.medium.added', subject: added, reason: 'portal registration' },
      ...{ customerId: customer.id, regionId: customer.region.id },
      data: {
        ...{ kind: added.kind, value: historyValue(ContactMedium, 'value', added.value), purpose: added.purpose },
        partyId: tx.idOf(party),
      },
    });
  }
}

/** Notes what came of a registration. */
export function decide(
  tx: Transaction,
  registration: PortalRegistration,
  status: PortalRegistrationStatus,
  remark: string | null,
): void {
  Object.assign(registration, { status, remark, decidedAt: tx.at });
  tx.record({
    ...{ kind: 'BUSINESS_FACT', type: 'portal-registration.decided', subject: registration, reason: remark },
    regionId: registration.region.id,
    data: {
      ...{ registrationNo: registration.registrationNo, status },
      customerId: registration.customer ? encodeId('cu', registration.customer.id) : null,
    },
  });
}
