import { definePermission, mayManageCommon, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import {
  type ApprovalRequest,
  type Approved,
  askApproval,
  type Change,
  changeOf,
  changeOrHold,
  holdChange,
  keepAsking,
  onConfigurationVerdicts,
  type Saved,
  withdrawApproval,
} from '../../kernel/process/index.js';
import { applyChanges, expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { checkRule, ruleNames } from '../../kernel/rules/index.js';
import { givenVariables, isGiven, isReserved, ruleVariableOf } from './applicability.js';
import {
  ApplicabilityResolverKind,
  ApplicabilityVariable,
  ApplicabilityVariableStatus as S,
  ApplicabilityVariableType,
} from './applicability-variable.js';
import type {
  ApplicabilityVariableRetireInput,
  ApplicabilityVariableSaveInput,
} from './applicability-variable.inputs.js';
import { applicabilityVariableLifecycle } from './applicability-variable.lifecycle.js';
import { refuseBadResolver } from './resolver-check.js';
import { refuseBroken, refuseInUse } from './variable-use.js';

const VARIABLE: InputPath = ['input', 'variableId'];
const at = (field: string): InputPath => ['input', field];

/**
 * Writes a variable of conditions or changes one (WFL-06). A new one may be named when somebody else has approved it, and from then on
 * every change waits for that too (WFL-28).
 */
export function saveVariable(
  context: CallContext,
  input: ApplicabilityVariableSaveInput,
): Promise<Saved<ApplicabilityVariable>> {
  if (!input.variableId) return create(context, input);
  return changeOrHold(
    context,
    (tx) => {
      refuseRegional(tx);
      return change(tx, input, null);
    },
    async (tx, changes) => {
      const variable = await tx.get(ApplicabilityVariable, input.variableId!, VARIABLE);
      await holdChange(tx, approvalOf(variable), { what: input, changes, path: VARIABLE });
      return variable;
    },
  );
}

function create(context: CallContext, input: ApplicabilityVariableSaveInput): Promise<Saved<ApplicabilityVariable>> {
  return context.database.write(context, async (tx) => {
    refuseRegional(tx);
    const { code } = input;
    if (!code) return refuse('REQUIRED', 'A new variable needs a code.', at('code'));
    refuseBadCode(code);
    // Two that take the same code at the same moment meet here.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`applicability-variable ${code}`]);
    if (await tx.em.findOne(ApplicabilityVariable, { code }))
      refuse('CODE_TAKEN', 'There is a variable with this code.', at('code'));
    const resolver = input.resolver ?? (input.resolverKind === ApplicabilityResolverKind.GIVEN ? code : null);
    const variable = Object.assign(new ApplicabilityVariable(), {
      ...{ code, description: null, version: 1, configuredBy: tx.caller.subject },
    });
    setValues(variable, { ...input, resolver });
    applicabilityVariableLifecycle.begin(tx, tx.add(variable));
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'applicability-variable.created', subject: variable },
      data: { code },
    });
    await tx.em.flush();
    await askApproval(tx, approvalOf(variable));
    return { item: variable, held: false };
  });
}

/** Conditions everywhere name the same variables. */
function refuseRegional({ caller }: Transaction): void {
  if (!mayManageCommon(caller)) refuse('OUT_OF_SCOPE', 'Only the headquarters may do this.', ['input']);
}

/** A code is one word that means nothing else in a condition. */
function refuseBadCode(code: string): void {
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(code))
    refuse('BAD_VALUE', 'A code has letters and digits, a letter first.', at('code'));
  const own = { [code]: { type: 'any', description: '' } } as const;
  const readAsName = [code, `(${code} = 1) and (${code} = 2)`].every(
    (text) => ruleNames(text).has(code) && checkRule(text, own, null).length === 0,
  );
  const taken = isReserved(code) || code === 'object' || code === 'item';
  if (!readAsName || taken) refuse('CODE_TAKEN', 'This name means something else in conditions.', at('code'));
}

async function change(
  tx: Transaction,
  input: ApplicabilityVariableSaveInput,
  approved: Approved | null,
): Promise<Change<ApplicabilityVariable>> {
  const variable = await tx.get(ApplicabilityVariable, input.variableId!, VARIABLE);
  const { status } = variable;
  if (status === S.INVALID) refuse('INVALID_STATE', 'It is out of use.', VARIABLE, { state: status });
  expectVersion(variable, input.expectedVersion, at('expectedVersion'));
  if (input.code && input.code !== variable.code) refuse('CONTRADICTORY', 'The code never changes.', at('code'));
  const before = variable.type;
  const changes = setValues(variable, input);
  const sold = status === S.PUBLISHED;
  if (changes.length === 0) return { item: variable, changes, sold };
  if (sold && before !== variable.type) await refuseInUse(tx, variable, at('type'));
  if (sold) await refuseBroken(tx, variable, changes);
  variable.version++;
  variable.configuredBy = approved?.proposedBy ?? tx.caller.subject;
  tx.record({
    ...{ kind: 'RECORD_CHANGE', type: 'applicability-variable.changed', subject: variable },
    data: { changes, ...approved },
  });
  // One that was refused is asked for anew.
  if (!sold) {
    await tx.em.flush();
    await keepAsking(tx, approvalOf(variable));
  }
  return { item: variable, changes, sold };
}

function setValues(variable: ApplicabilityVariable, input: ApplicabilityVariableSaveInput): FieldChange[] {
  const { name, description, type, resolverKind, resolver } = input;
  const changes = applyChanges(variable, {
    ...{ name: name ?? undefined, type: type ?? undefined, resolverKind: resolverKind ?? undefined },
    ...{ description, resolver: resolver?.trim() ?? undefined },
    allowedValues: input.allowedValues ?? undefined,
    objectTypes: input.objectTypes ?? undefined,
  });
  for (const field of ['name', 'type', 'resolverKind', 'resolver'] as const)
    if (!variable[field]) refuse('REQUIRED', `A variable has a ${field}.`, at(field));
  const meant = isGiven(variable.code) ? givenVariables[variable.code]!.type : undefined;
  if (meant && meant !== ruleVariableOf(variable).type)
    refuse('WRONG_TYPE', `${variable.code} is a ${meant} in all conditions.`, at('type'));
  for (const field of ['allowedValues', 'objectTypes'] as const)
    variable[field].forEach((value, index, all) => {
      if (all.indexOf(value) < index) refuse('DUPLICATE', 'It is there already.', [...at(field), index]);
    });
  const listed = variable.type === ApplicabilityVariableType.ENUMERATION;
  if (listed && variable.allowedValues.length === 0)
    refuse('REQUIRED', 'Which values can it have?', at('allowedValues'));
  if (!listed && variable.allowedValues.length > 0)
    refuse('CONTRADICTORY', 'Only an ENUMERATION lists its values.', at('allowedValues'));
  refuseBadResolver(variable);
  return changes;
}

/** Takes a variable out of use that no published template names (WFL-06). */
export function retireVariable(
  context: CallContext,
  { variableId, reason }: ApplicabilityVariableRetireInput,
): Promise<ApplicabilityVariable> {
  return context.database.write(context, async (tx) => {
    const variable = await tx.get(ApplicabilityVariable, variableId, VARIABLE);
    refuseRegional(tx);
    await refuseInUse(tx, variable, VARIABLE);
    await applicabilityVariableLifecycle.move(tx, variable, 'retire', { reason });
    for (const kind of [KIND, changeOf(KIND)]) await withdrawApproval(tx, kind, variable, reason);
    return variable;
  });
}

/** Kind of approval of a variable (WFL-28); that of its changes follows from it. */
const KIND = 'APPLICABILITY_VARIABLE';

const APPROVE = 'process.variable.approve';
definePermission({
  name: APPROVE,
  // Of an area of its own: those who write variables do not get it along.
  area: 'process-approval',
  description: 'Decide whether variables of conditions that others have written may be named by conditions (WFL-06).',
});

/** What is asked about a variable, in the name of who wrote it. */
const approvalOf = (variable: ApplicabilityVariable): ApprovalRequest => ({
  ...{ kind: KIND, subject: variable, title: `${variable.code} ${variable.name}`, askedBy: variable.configuredBy },
});

onConfigurationVerdicts<ApplicabilityVariable, ApplicabilityVariableSaveInput>(KIND, {
  subject: ApplicabilityVariable,
  admit: async (tx) => requirePermission(tx.caller, APPROVE),
  approve: (tx, variable, by) => applicabilityVariableLifecycle.move(tx, variable, 'approve', by),
  make: change,
});
