import { randomBytes } from 'node:crypto';
import { verifyPassword } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, Refusal } from '../../kernel/errors/index.js';
import { decideApproval } from '../../kernel/process/index.js';
import { operatorToday } from '../calendar/index.js';
import {
  contactFaults,
  ContactMediumKind,
  identityFaults,
  normalContactValue,
  normalIdentityNumber,
  readIdentityRules,
} from '../party/index.js';
import { Region } from '../region/index.js';
import { PortalRegistration, PortalRegistrationStatus } from './portal-registration.js';
import { registrationApproval } from './registration-approval.js';
import { codeFailures, codeMinutes, hourlyRequests } from './registration-parameters.js';
import type {
  PortalRegisterInput,
  PortalRegistrationConfirmInput,
  PortalRegistrationDecideInput,
} from './registration.inputs.js';
import { applyRequest, codeRequest } from './registration-jobs.js';

const { REQUESTED, VERIFIED, REVIEW } = PortalRegistrationStatus;

/**
 * Takes a registration and has a code sent (CUS-95). Only the form of what is given is judged here: whether there is such a customer
 * is looked up much later and never told, so that nobody learns by registering who is a customer.
 * @returns its number; one that leads to nothing, when the telephone asks too often
 */
export async function register(context: CallContext, input: PortalRegisterInput): Promise<string> {
  const { name, idType, email = null } = input;
  const registrationNo = `PR${randomBytes(15).toString('base64url')}`;
  return context.database.write(context, async (tx) => {
    const mobile = { kind: ContactMediumKind.MOBILE, value: input.mobile };
    const faults = [
      ...identityFaults(idType, input.idNo, ['input', 'idNo'], await readIdentityRules(tx, await operatorToday(tx))),
      ...contactFaults(mobile, ['input', 'mobile']),
      ...(email ? contactFaults({ kind: ContactMediumKind.EMAIL, value: email }, ['input', 'email']) : []),
    ];
    if (faults.length > 0) throw new Refusal(faults.map((fault) => ({ ...fault, path: fault.path.slice(0, 2) })));
    const region =
      (await tx.em.findOne(Region, { code: input.region })) ??
      refuse('NOT_FOUND', 'There is no such region.', ['input', 'region']);
    const number = normalContactValue(mobile.kind, mobile.value);
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`portal-registration:${number}`]);
    const since = new Date(tx.at.getTime() - 3_600_000);
    const recent = await tx.em.count(PortalRegistration, { mobile: number, requestedAt: { $gt: since } });
    if (recent >= (await hourlyRequests.read(tx))) return registrationNo;
    const registration = tx.add(
      Object.assign(new PortalRegistration(), {
        ...{ registrationNo, status: REQUESTED, name: name.trim(), idType, idNo: normalIdentityNumber(input.idNo) },
        ...{ mobile: number, email, region, customer: null, requestedAt: tx.at, decidedAt: null, remark: null },
        ...{ codeHash: null, failures: 0 },
      }),
    );
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'portal-registration.requested', subject: registration, regionId: region.id },
      data: { registrationNo },
    });
    tx.enqueue(codeRequest(registration.id));
    return registrationNo;
  });
}

/**
 * Confirms a registration with its code (CUS-95). Whatever is wrong, the answer is REGISTRATION_FAILED; what comes of a right one is
 * worked out afterwards and told to nobody without the customer's own ways to sign in.
 */
export async function confirm(context: CallContext, input: PortalRegistrationConfirmInput): Promise<void> {
  const { database } = context;
  const { registrationNo, code } = input;
  const found = await database.orm.em.fork().findOne(PortalRegistration, { registrationNo });
  // An unknown number costs what a known one does.
  const right = await verifyPassword(found?.codeHash ?? undefined, code);
  const [minutes, allowed] = [await codeMinutes.read(database), await codeFailures.read(database)];
  const confirmed = await database.write(context, async (tx) => {
    const registration = found && (await lockRegistration(tx, found.id));
    if (!registration || registration.failures >= allowed || registration.codeHash !== found.codeHash) return false;
    const ends = registration.requestedAt.getTime() + minutes * 60_000;
    // Given twice, it is confirmed once.
    if (registration.status !== REQUESTED) return right && tx.at.getTime() < ends;
    if (tx.at.getTime() >= ends) return false;
    if (!right) {
      registration.failures += 1;
      return false;
    }
    registration.status = VERIFIED;
    tx.enqueue(applyRequest(registration.id));
    return true;
  });
  if (!confirmed) refuse('REGISTRATION_FAILED', 'The code is wrong, or not good any more.', ['input']);
}

async function lockRegistration(tx: Transaction, id: string): Promise<PortalRegistration | null> {
  await tx.em.execute('select 1 from "portal_registration" where "id" = ? for update', [id]);
  return tx.em.findOne(PortalRegistration, { id }, { refresh: true });
}

/** Staff decide a registration that does not prove who it is, at the step at which its approval stands (CUS-95). */
export async function decideRegistration(
  context: CallContext,
  input: PortalRegistrationDecideInput,
): Promise<PortalRegistration> {
  const path = ['input', 'registrationId'];
  return context.database.write(context, async (tx) => {
    const registration = await tx.get(PortalRegistration, input.registrationId, path);
    if (registration.status !== REVIEW)
      refuse('INVALID_STATE', 'Only a registration in REVIEW is decided.', path, { state: registration.status });
    const decision = { approved: input.accept, remark: input.reason, path };
    await decideApproval(tx, { ...registrationApproval(registration), ...decision });
    return registration;
  });
}
