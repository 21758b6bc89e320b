import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { activeEmployee, Employee, VirtualTeam } from '../organisation/index.js';
import { openOpportunity } from './opportunity-content.js';
import { OpportunityHandOver } from './opportunity.enums.js';
import type { OpportunityHandOverInput } from './opportunity.inputs.js';
import type { Opportunity } from './opportunity.js';
import { requireHigherRank } from './seller-rank.js';

/** A sales team that is there; refuses with NOT_FOUND, and with NOT_ACTIVE one that was dissolved. */
export async function salesTeam(tx: Transaction, id: string, path: InputPath): Promise<VirtualTeam> {
  const team = await tx.get(VirtualTeam, id, path, { lock: false });
  if (!team.active) refuse('NOT_ACTIVE', 'The team was dissolved.', path);
  return team;
}

function refuseUnclear({ mode, sellerId, teamId, reason }: OpportunityHandOverInput): void {
  const returns = mode === OpportunityHandOver.RETURN;
  for (const field of ['sellerId', 'teamId'] as const)
    if (returns && { sellerId, teamId }[field])
      refuse('CONTRADICTORY', 'What is given back goes to nobody.', ['input', field]);
  const toTeam = mode === OpportunityHandOver.ASSIGN && teamId;
  if (!returns && !sellerId && !toTeam) refuse('REQUIRED', 'Who takes it over?', ['input', 'sellerId']);
  if (mode !== OpportunityHandOver.ASSIGN && !reason) refuse('REQUIRED', 'Why?', ['input', 'reason']);
}

/** Gives opportunities to another seller, to a team, or back (SAL-14, SAL-23). */
export function handOver(context: CallContext, input: OpportunityHandOverInput): Promise<Opportunity[]> {
  return context.database.write(context, async (tx) => {
    refuseUnclear(input);
    const { mode, sellerId, teamId, reason = null } = input;
    const seller = sellerId ? await activeEmployee(tx, sellerId, ['input', 'sellerId']) : null;
    const given = teamId ? await salesTeam(tx, teamId, ['input', 'teamId']) : null;
    const taken: Opportunity[] = [];
    // Locked in one order, so that two hand-overs of the same ones do not wait for each other.
    const order = input.opportunityIds.map((id, index) => ({ id, index })).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id, index } of order) {
      const path = ['input', 'opportunityIds', index];
      const opportunity = await openOpportunity(tx, id, path);
      const present = opportunity.team ? await tx.em.findOneOrFail(VirtualTeam, opportunity.team.id) : null;
      const before = opportunity.seller ? await tx.em.findOneOrFail(Employee, opportunity.seller.id) : null;
      // A seller may take over from another of the same team; what is given back leaves the team too.
      const team = given ?? (mode === OpportunityHandOver.RETURN ? null : present);
      if (before?.id === seller?.id && present?.id === team?.id) refuse('UNCHANGED', 'This is who has it now.', path);
      if (mode === OpportunityHandOver.UPGRADE) await requireHigherRank(tx, seller!, before, ['input', 'sellerId']);
      Object.assign(opportunity, { seller, team, version: opportunity.version + 1 });
      const { opportunityNo, region } = opportunity;
      const people = { from: before?.employeeNo ?? '', to: seller?.employeeNo ?? '' };
      const data = { opportunityNo, mode, ...people, ...(team ? { team: team.code } : {}) };
      tx.record({
        ...{ kind: 'BUSINESS_FACT', type: 'opportunity.assigned', subject: opportunity, regionId: region.id },
        ...{ reason, data },
      });
      taken[index] = opportunity;
    }
    return taken;
  });
}
