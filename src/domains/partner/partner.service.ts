import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse } from '../../kernel/errors/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { operatorToday } from '../calendar/index.js';
import { addOrganization, organizationFaults, readIdentityRules } from '../party/index.js';
import { Region } from '../region/index.js';
import { askActivation } from './partner-activation.js';
import { partnerExits } from './partner-exits.js';
import {
  type PartnerCreateInput,
  type PartnerExitInput,
  type PartnerMoveInput,
  PartnerStep,
} from './partner.inputs.js';
import { partnerLifecycle } from './partner.lifecycle.js';
import { Partner, PartnerStatus } from './partner.js';

const actions = {
  [PartnerStep.SUSPEND]: 'suspend',
  [PartnerStep.RESUME]: 'resume',
} as const;

/** Records a partner with its organisation, PROSPECT. */
export async function createPartner(context: CallContext, input: PartnerCreateInput): Promise<Partner> {
  return context.database.write(context, async (tx) => {
    const faults = organizationFaults(
      input.organization,
      ['input', 'organization'],
      await readIdentityRules(tx, await operatorToday(tx)),
    );
    if (faults.length) throw new Refusal(faults);
    const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    if (tx.caller.kind === 'STAFF' && !tx.caller.regionIds.includes(region.id))
      refuse('OUT_OF_SCOPE', 'You may not act for this region.', ['input', 'regionId'], { region: region.code });
    const code = input.code.trim();
    if (await tx.em.count(Partner, { code }))
      refuse('DUPLICATE', 'There is a partner with this code.', ['input', 'code']);
    const party = addOrganization(tx, input.organization, region);
    const partner = tx.add(
      Object.assign(new Partner(), {
        code,
        name: party.name,
        partnerType: input.partnerType ?? null,
        party,
        region,
        exitedAt: null,
        version: 0,
      }),
    );
    partnerLifecycle.begin(tx, partner);
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'partner.created',
      subject: partner,
      regionId: region.id,
      data: { code, name: party.name },
    });
    return partner;
  });
}

/** Has the relation to a partner approved, rests it or resumes it. */
export async function movePartner(context: CallContext, input: PartnerMoveInput): Promise<Partner> {
  return context.database.write(context, async (tx) => {
    const partner = await tx.get(Partner, input.partnerId, ['input', 'partnerId']);
    expectVersion(partner, input.expectedVersion, ['input', 'expectedVersion']);
    if (input.step === PartnerStep.ACTIVATE) {
      await askActivation(tx, partner, input.reason);
      return partner;
    }
    await partnerLifecycle.move(tx, partner, actions[input.step], { reason: input.reason });
    partner.version++;
    return partner;
  });
}

/** Ends the relation to a partner: its customers go to the successor or the operator, its keys end, all or nothing. */
export async function exitPartner(context: CallContext, input: PartnerExitInput): Promise<Partner> {
  return context.database.write(context, async (tx) => {
    const [partner, successor] = await both(tx, input);
    const customers = await partnerExits.run(tx, partner, successor, input.reason);
    await partnerLifecycle.move(tx, partner, 'exit', { reason: input.reason, data: { customers } });
    partner.exitedAt = tx.at;
    partner.version++;
    return partner;
  });
}

/** Locks both in the order of their ids, so that two partners who take over from each other do not wait for each other. */
async function both(tx: Transaction, { partnerId, successorId }: PartnerExitInput): Promise<[Partner, Partner | null]> {
  const path = ['input', 'successorId'];
  if (successorId === partnerId) refuse('CONTRADICTION', 'A partner cannot take over from itself.', path);
  const leaving = () => tx.get(Partner, partnerId, ['input', 'partnerId']);
  if (!successorId) return [await leaving(), null];
  const taking = () => tx.get(Partner, successorId, path);
  const [partner, successor] =
    partnerId < successorId
      ? [await leaving(), await taking()]
      : await taking().then(async (found) => [await leaving(), found] as const);
  if (successor.status !== PartnerStatus.ACTIVE)
    refuse('NOT_ACTIVE', 'Only an active partner can take over customers.', path, { status: successor.status });
  return [partner, successor];
}
