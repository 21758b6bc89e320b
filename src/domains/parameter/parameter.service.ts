import { mayManageCommon, mayManageUnit } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { expectVersion } from '../../kernel/record/index.js';
import { type Partner, partnerOf } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { ParameterValue } from './parameter-value.js';
import type { ParameterCreateInput, ParameterRemoveInput, ParameterSetInput } from './parameter.inputs.js';
import { Parameter } from './parameter.js';
import { isDeclaredParameter, wordFaults } from './parameters.js';
import { referenceFaults, refuseReferenced } from './monitoring-references.js';
import { boundsFaults, valueFaults } from './value-types.js';

/** Creates a parameter of the operator's own. */
export async function createParameter(context: CallContext, input: ParameterCreateInput): Promise<Parameter> {
  return context.database.write(context, async (tx) => {
    requireCommon(tx);
    if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(input.code))
      refuse('INVALID_CODE', 'Lower-case letters, digits, "." and "-" are expected.', ['input', 'code']);
    if ((await tx.em.count(Parameter, { code: input.code })) > 0)
      refuse('DUPLICATE', 'Another parameter has this code.', ['input', 'code']);
    const bounds = (input.bounds ?? {}) as Record<string, unknown>;
    const faults = boundsFaults(bounds, ['input', 'bounds']);
    if (faults.length === 0)
      faults.push(...valueFaults(input.type, bounds, input.defaultValue, ['input', 'defaultValue']));
    if (faults.length === 0)
      faults.push(...(await referenceFaults(tx, input.type, input.defaultValue, ['input', 'defaultValue'])));
    if (faults.length) throw new Refusal(faults);
    const { code, name, category, type, unit = null, description, defaultValue } = input;
    const forPartners = input.forPartners ?? false;
    const told = { code, name, category, type, unit, description, bounds, forPartners, defaultValue };
    const parameter = tx.add(Object.assign(new Parameter(), told));
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'parameter.created',
      subject: parameter,
      data: { code, type, defaultValue },
    });
    return parameter;
  });
}

/** Sets a value: the next version, which ends the one before. */
export async function setParameter(context: CallContext, input: ParameterSetInput): Promise<Parameter> {
  return context.database.write(context, async (tx) => {
    // The parameter's lock makes versions follow one another.
    const parameter = await tx.get(Parameter, input.parameterId, ['input', 'parameterId']);
    const { organization, partner } = await holderOf(tx, parameter, input);
    const faults = valueFaults(parameter.type, parameter.bounds, input.value, ['input', 'value']);
    if (faults.length === 0) faults.push(...wordFaults(parameter.code, input.value, ['input', 'value']));
    if (faults.length === 0)
      faults.push(...(await referenceFaults(tx, parameter.type, input.value, ['input', 'value'])));
    if (faults.length) throw new Refusal(faults);
    const from = input.from ? new Date(input.from) : tx.at;
    const to = input.until ? new Date(input.until) : null;
    if (from < tx.at) refuse('INVALID_PERIOD', 'The past cannot be changed.', ['input', 'from']);
    if (to && to <= from) refuse('INVALID_PERIOD', 'The end must be after the beginning.', ['input', 'until']);
    const versions = await tx.em.find(
      ParameterValue,
      { parameter, organization, partner },
      { orderBy: { version: 'desc' } },
    );
    const last = versions[0];
    expectVersion({ version: last?.version ?? 0 }, input.expectedVersion, ['input', 'expectedVersion']);
    for (const before of versions) {
      if (before.validity.to !== null && before.validity.to <= from) continue;
      // A version that would begin later gives way to the new one before it ever held.
      before.validity = TimePeriod.since(
        before.validity.from,
        before.validity.from > from ? before.validity.from : from,
      );
    }
    const told = {
      parameter,
      organization,
      partner,
      version: (last?.version ?? 0) + 1,
      setBy: tx.caller.subject,
      reason: input.reason ?? null,
    };
    tx.add(Object.assign(new ParameterValue(), { ...told, value: input.value, validity: TimePeriod.since(from, to) }));
    const change = { field: 'value', old: last?.value ?? parameter.defaultValue, new: input.value };
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'parameter.set',
      subject: parameter,
      regionId: organization?.region?.id ?? partner?.region.id ?? null,
      reason: input.reason ?? null,
      data: {
        changes: [change],
        version: told.version,
        organization: organization?.code ?? null,
        ...(partner ? { partner: partner.code } : {}),
        from: from.toISOString(),
      },
    });
    return parameter;
  });
}

/** For whom a value is set: a unit, a partner, or, both null, the whole operator; refuses what is not the caller's to set. */
async function holderOf(
  tx: Transaction,
  parameter: Parameter,
  input: ParameterSetInput,
): Promise<{ organization: InternalOrganization | null; partner: Partner | null }> {
  const unitPath = ['input', 'organizationId'];
  const partnerPath = ['input', 'partnerId'];
  if (input.organizationId && (input.partnerId || tx.caller.kind === 'PARTNER'))
    refuse('CONTRADICTION', 'A value is for a unit of the operator or for a partner.', unitPath);
  if (input.partnerId || tx.caller.kind === 'PARTNER') {
    const partner = await partnerOf(tx, input.partnerId, partnerPath);
    if (!parameter.forPartners) refuse('NOT_FOR_PARTNERS', 'Partners have no values of this parameter.', partnerPath);
    return { organization: null, partner };
  }
  const organization = input.organizationId
    ? await tx.get(InternalOrganization, input.organizationId, unitPath, { lock: false })
    : null;
  if (organization ? !mayManageUnit(tx.caller, organization) : !mayManageCommon(tx.caller))
    refuse('OUT_OF_SCOPE', 'You may set values for your own part of the organisation only.', unitPath);
  return { organization, partner: null };
}

/** Removes a parameter of the operator's own, with its values; its history stays. */
export async function removeParameter(context: CallContext, input: ParameterRemoveInput): Promise<void> {
  await context.database.write(context, async (tx) => {
    requireCommon(tx);
    const parameter = await tx.get(Parameter, input.parameterId, ['input', 'parameterId']);
    if (isDeclaredParameter(parameter.code))
      refuse('IN_USE', 'The system itself reads this parameter.', ['input', 'parameterId']);
    await refuseReferenced(tx, parameter, ['input', 'parameterId']);
    await tx.em.nativeDelete(ParameterValue, { parameter });
    tx.record({ kind: 'BUSINESS_FACT', type: 'parameter.removed', subject: parameter, data: { code: parameter.code } });
    tx.em.remove(parameter);
  });
}

function requireCommon(tx: Transaction): void {
  if (!mayManageCommon(tx.caller)) refuse('OUT_OF_SCOPE', 'Only the headquarters may do this.', ['input']);
}
