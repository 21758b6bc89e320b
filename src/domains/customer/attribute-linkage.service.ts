import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Input, TextInput, TextListInput } from '../../kernel/model/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { AttributeLinkage } from './attribute-linkage.js';

@Input('What to look at again when a field of a customer changes (CUS-28).')
export class AttributeLinkageSaveInput {
  @TextInput({ description: 'The field that changes, such as `serviceAddress` or `characteristics.scale`.', max: 100 })
  code!: string;

  @TextListInput({ description: 'Fields to be looked at again; empty ends the linkage.', max: 20, maxText: 100 })
  linked!: string[];
}

/** Makes or changes a linkage (CUS-28). */
export function saveLinkage(context: CallContext, input: AttributeLinkageSaveInput): Promise<AttributeLinkage> {
  const { code, linked } = input;
  if (linked.includes(code)) refuse('CONTRADICTION', 'A field is not linked to itself.', ['input', 'linked']);
  return context.database.write(context, async (tx) => {
    const known = await tx.em.findOne(AttributeLinkage, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const linkage = known ?? tx.add(Object.assign(new AttributeLinkage(), { code }));
    const changes = applyChanges(linkage, { linked });
    tx.record({ kind: 'RECORD_CHANGE', type: 'attribute-linkage.saved', subject: linkage, data: { code, changes } });
    return linkage;
  });
}

/** Fields that should be looked at again after these changes, without those that changed too. */
export async function promptsAfter(tx: Transaction, changes: readonly FieldChange[]): Promise<string[]> {
  const changed = changes.flatMap(changedNames);
  if (changed.length === 0) return [];
  const linkages = await tx.em.find(AttributeLinkage, { code: { $in: changed } }, { orderBy: { code: 'asc' } });
  return [...new Set(linkages.flatMap(({ linked }) => linked))].filter((field) => !changed.includes(field));
}

/** Names of what changed; characteristics each by its own. */
function changedNames(change: FieldChange): string[] {
  if (change.field !== 'characteristics') return [change.field];
  const [before, after] = [change.old, change.new].map((value) => (value ?? {}) as Record<string, unknown>);
  const names = new Set([...Object.keys(before!), ...Object.keys(after!)]);
  return [...names]
    .filter((name) => JSON.stringify(before![name]) !== JSON.stringify(after![name]))
    .map((name) => `characteristics.${name}`);
}
