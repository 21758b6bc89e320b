import type { EntityManager } from '@mikro-orm/postgresql';
import { mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import type { TimeLimitDefinition } from '../../kernel/process/index.js';
import { InternalOrganization } from '../party/index.js';
import { OperationalAgreement } from './operational-agreement.js';
import type { OperationalAgreementSaveInput } from './operational-agreement.inputs.js';
import { OperationalLimit } from './operational-limit.js';
import { ProcessTemplate } from './process-template.js';

/** Makes an agreement or replaces the one with the same code; work that begins from now on has its limits (WFL-72). */
export function saveAgreement(
  context: CallContext,
  input: OperationalAgreementSaveInput,
): Promise<OperationalAgreement> {
  refuseFaulty(input);
  return context.database.write(context, async (tx) => {
    const { code, name } = input;
    const unit = (id: string, field: string) => tx.get(InternalOrganization, id, ['input', field], { lock: false });
    const provider = await unit(input.providerId, 'providerId');
    refuseForeignUnit(tx, provider, ['input', 'providerId']);
    const consumer = input.consumerId ? await unit(input.consumerId, 'consumerId') : null;
    const from = input.validFrom ? new Date(input.validFrom) : tx.at;
    const to = input.validTo ? new Date(input.validTo) : null;
    if (to && to <= from) refuse('BEFORE_START', 'It ends after it begins.', ['input', 'validTo']);
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`operational-agreement ${code}`]);
    const known = await tx.em.findOne(OperationalAgreement, { code }, { populate: ['provider'] });
    // Whoever replaces one must act for whom it bound, too.
    if (known) refuseForeignUnit(tx, known.provider, ['input', 'code']);
    const agreement = known ?? tx.add(new OperationalAgreement());
    Object.assign(agreement, { code, name, provider, consumer, validity: TimePeriod.since(from, to) });
    await tx.em.flush();
    await tx.em.nativeDelete(OperationalLimit, { agreement: agreement.id });
    for (const [index, { templateId, step, minutes, workingTime, warnMinutes }] of input.limits.entries()) {
      const path = ['input', 'limits', index, 'templateId'];
      const template = templateId ? await tx.get(ProcessTemplate, templateId, path, { lock: false }) : null;
      const said = { step: step ?? null, minutes, workingTime: workingTime ?? false, warnMinutes: warnMinutes ?? null };
      tx.add(Object.assign(new OperationalLimit(), { agreement, template, ...said }));
    }
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'operational-agreement.saved', subject: agreement },
      data: { ...input },
    });
    return agreement;
  });
}

/** Nobody but the unit that does the work, or one above it, says how long it needs. */
function refuseForeignUnit({ caller }: Transaction, unit: InternalOrganization, path: InputPath): void {
  if (caller.kind === 'STAFF' && !mayManageUnit(caller, unit))
    refuse('OUT_OF_SCOPE', 'You may not act for this unit.', path, { unit: unit.code });
}

function refuseFaulty({ limits }: OperationalAgreementSaveInput): void {
  const seen = new Set<string>();
  limits.forEach(({ templateId, step, minutes, warnMinutes }, index) => {
    const path = ['input', 'limits', index];
    const key = `${templateId ?? ''} ${step ?? ''}`;
    if (seen.has(key)) refuse('DUPLICATE', 'There are two limits for the same.', [...path, 'step']);
    seen.add(key);
    if (typeof warnMinutes === 'number' && warnMinutes >= minutes)
      refuse('LIMIT_INVALID', 'A warning comes before the limit.', [...path, 'warnMinutes']);
  });
}

const AGREED = `
  select "l"."minutes", "l"."working_time" as "workingTime", "l"."warn_minutes" as "warnMinutes"
  from "operational_limit" "l" join "operational_agreement" "a" on "a"."id" = "l"."agreement_id"
  where "a"."code" = ? and "a"."validity_from" <= ? and ("a"."validity_to" is null or "a"."validity_to" > ?)
    and ("l"."template_id" is null or "l"."template_id" = ?) and "l"."step" is not distinct from ?
  order by "l"."template_id" is null limit 1`;

/** The limit that units have agreed on; undefined when the handling grade is no agreement, or has none for it (WFL-72). */
export async function agreedLimit(
  em: EntityManager,
  grade: string,
  { template, step, at }: { template: string | null; step: string | null; at: Date },
): Promise<TimeLimitDefinition | undefined> {
  const [found] = await em.execute<Omit<TimeLimitDefinition, 'grade'>[]>(AGREED, [grade, at, at, template, step]);
  return found && { ...found, grade };
}
