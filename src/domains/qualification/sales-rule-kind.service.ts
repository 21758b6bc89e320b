import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import type { SalesRuleKindSaveInput } from './sales-rule.input.js';
import { MaintenanceLevel, requireMaintainer } from '../catalogue/index.js';
import { SalesRuleKind } from './sales-rule-kind.js';
import { kindVariables } from './sales-rule-variables.js';

const at = (field: string) => ['input', field];

/** Writes a kind of rules of sale or changes it; rules of the kind follow at once, so kinds are of the headquarters (PRD-09, PRD-43). */
export async function saveSalesRuleKind(context: CallContext, input: SalesRuleKindSaveInput): Promise<SalesRuleKind> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    const existing = input.salesRuleKindId
      ? await tx.get(SalesRuleKind, input.salesRuleKindId, at('salesRuleKindId'))
      : null;
    if (existing) expectVersion(existing, input.expectedVersion, at('expectedVersion'));
    const kind = existing ?? (await newKind(tx, input));
    const { name, stage, condition, message, minValues, maxValues, active } = input;
    const changes = applyChanges(kind, {
      name: name ?? undefined,
      stage: stage ?? undefined,
      condition: condition ?? undefined,
      message: message ?? undefined,
      minValues: minValues ?? undefined,
      maxValues: maxValues ?? undefined,
      active: active ?? undefined,
    });
    checkKind(kind);
    if (!existing)
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'salesRuleKind.created',
        subject: tx.add(kind),
        data: { code: kind.code },
      });
    else if (changes.length > 0) {
      kind.version += 1;
      tx.record({ kind: 'RECORD_CHANGE', type: 'salesRuleKind.changed', subject: kind, data: { changes } });
    }
    return kind;
  });
}

async function newKind(tx: Transaction, { code }: SalesRuleKindSaveInput): Promise<SalesRuleKind> {
  if (!code) return refuse('REQUIRED', 'A new kind needs a code.', at('code'));
  if (await tx.em.findOne(SalesRuleKind, { code })) refuse('DUPLICATE', 'Another kind has this code.', at('code'));
  return Object.assign(new SalesRuleKind(), { code, minValues: 1, maxValues: 100, active: true });
}

function checkKind(kind: SalesRuleKind): void {
  for (const field of ['name', 'stage', 'condition', 'message'] as const)
    if (!kind[field]) refuse('REQUIRED', `A kind of rules needs a ${field}.`, at(field));
  if (kind.maxValues < kind.minValues)
    refuse('CONTRADICTORY', 'The most values are fewer than the fewest.', at('maxValues'));
  refuseBadRule(kind.condition, kindVariables, at('condition'));
}
