import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import type { TicketRuleSaveInput } from './ticket-rule.inputs.js';
import { TicketRule } from './ticket-rule.js';

/** Makes a rule or replaces the one with the same code; tickets accepted from now on follow it (TRB-09, TRB-24). */
export function saveTicketRule(context: CallContext, input: TicketRuleSaveInput): Promise<TicketRule> {
  if (!input.minutes && !input.priority)
    refuse('REQUIRED', 'A rule gives a deadline, a priority or both.', ['input', 'minutes']);
  return context.database.write(context, async (tx) => {
    const rule = (await tx.em.findOne(TicketRule, { code: input.code })) ?? new TicketRule();
    rule.code = input.code;
    rule.ticketKind = input.ticketKind ?? null;
    rule.severity = input.severity ?? null;
    rule.customerLevel = input.customerLevel ?? null;
    rule.customerType = input.customerType ?? null;
    rule.faultLevel = input.faultLevel ?? null;
    rule.majorEventOnly = input.majorEventOnly ?? false;
    rule.minutes = input.minutes ?? null;
    rule.priority = input.priority ?? null;
    rule.active = input.active ?? true;
    tx.record({ kind: 'RECORD_CHANGE', type: 'ticket-rule.saved', subject: rule, data: { ...input } });
    return tx.add(rule);
  });
}
