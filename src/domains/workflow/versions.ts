import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { compileProcess, type CompiledProcess, type ProcessDefinition } from '../../kernel/process/index.js';
import {
  ProcessTemplate,
  ProcessTemplateVersion,
  ProcessVersionStatus,
  readDefinition,
  writeDefinition,
} from '../process/index.js';

/** Definitions that are kept at hand. A version on which instances run is never edited, so what is kept stays true. */
const MAX_KEPT = 1000;
const kept = new Map<string, CompiledProcess>();

/** The definition of a version on which an instance runs, worked out. */
export async function compiledVersion(em: EntityManager, id: string): Promise<CompiledProcess> {
  const known = kept.get(id);
  if (known) return known;
  const compiled = compileProcess(await readDefinition(em, id, id));
  if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(id, compiled);
  return compiled;
}

/** A version that one instance has of its own: a changed copy (WFL-48), or a copy of what is in test and may still be edited (WFL-27). */
export async function ownVersion(
  tx: Transaction,
  base: ProcessTemplateVersion,
  definition: ProcessDefinition,
  changeReason: string | null,
): Promise<ProcessTemplateVersion> {
  const version = tx.add(
    Object.assign(new ProcessTemplateVersion(), {
      ...{ template: base.template, basedOn: base, number: base.number, changeReason },
      ...{ instanceOwn: true, status: ProcessVersionStatus.INVALID, createdBy: tx.caller.subject },
      validity: TimePeriod.since(tx.at),
      applicability: base.applicability ?? null,
      gradeRule: base.gradeRule ?? null,
      responsibleKind: base.responsibleKind ?? null,
      responsibleCode: base.responsibleCode ?? null,
      specificity: base.specificity,
    }),
  );
  await tx.em.flush();
  await writeDefinition(tx.em, version.id, definition, tx.at);
  return version;
}

/** A copy of the newest version of a template that is in test, for a test of what calls it (WFL-27); null when none is. */
export async function triedVersion(tx: Transaction, code: string): Promise<ProcessTemplateVersion | null> {
  const template = await tx.em.findOne(ProcessTemplate, { code });
  const where = { template: template?.id ?? null, status: ProcessVersionStatus.TESTING, instanceOwn: false };
  // It is not edited while it is copied.
  const how = { orderBy: { number: 'desc' }, lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
  const version = template && (await tx.em.findOne(ProcessTemplateVersion, where, how));
  if (!version) return null;
  await tx.em.populate([version], ['template']);
  return ownVersion(tx, version, await readDefinition(tx.em, version.id, template.code), 'test');
}
