import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import { checkRule } from '../../kernel/rules/index.js';
import { configuredNames, isFor, isGiven, ruleVariableOf } from './applicability.js';
import type { ApplicabilityVariable } from './applicability-variable.js';

/** A published version that names a variable. */
interface Use {
  code: string;
  number: number;
  objectType: string;
  texts: string[];
}

const NAMING = `
  select "t"."code", "v"."number", "t"."object_type" as "objectType", array_remove(array["v"."applicability", "v"."grade_rule"], null) as "texts"
  from "process_template_version" "v" join "process_template" "t" on "t"."id" = "v"."template_id"
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own"
    and (strpos("v"."applicability", ?) > 0 or strpos("v"."grade_rule", ?) > 0)
  order by "t"."code", "v"."number"`;

/**
 * Published versions whose conditions name a variable. It must be locked: a version that is being published holds it until it is, so that
 * none is missed.
 */
async function usesOf({ em }: Transaction, variable: ApplicabilityVariable): Promise<Use[]> {
  const { code } = variable;
  const found = await em.execute<Use[]>(NAMING, [code, code]);
  return found.flatMap((use) => {
    // Where it is not for the object, a start gives the value or nobody does.
    if (isGiven(code) && !isFor(variable, use.objectType)) return [];
    const texts = use.texts.filter((text) => configuredNames(text).includes(code));
    return texts.length > 0 ? [{ ...use, texts }] : [];
  });
}

function refuseFor(uses: readonly Use[], path: InputPath): void {
  if (uses.length === 0) return;
  const templates = uses.map(({ code, number }) => ({ code, number }));
  const named = templates.map(({ code, number }) => `${code} ${number}`).join(', ');
  refuse('IN_USE', `Published templates name it: ${named}.`, path, { templates });
}

/** Refuses what no published template may name; it says which do. */
export const refuseInUse = async (tx: Transaction, variable: ApplicabilityVariable, path: InputPath): Promise<void> =>
  refuseFor(await usesOf(tx, variable), path);

/** Refuses a change of a variable that conditions of published templates would not survive. */
export async function refuseBroken(
  tx: Transaction,
  variable: ApplicabilityVariable,
  changes: readonly FieldChange[],
): Promise<void> {
  const changed = (field: string) => changes.some((change) => change.field === field);
  if (!changed('objectTypes') && !changed('allowedValues')) return;
  const uses = await usesOf(tx, variable);
  refuseFor(
    uses.filter(({ objectType }) => !isFor(variable, objectType)),
    ['input', 'objectTypes'],
  );
  const own = { [variable.code]: ruleVariableOf(variable) };
  const strange = (text: string) => checkRule(text, own, null).some(({ code }) => code === 'RULE_VALUE');
  refuseFor(
    uses.filter(({ texts }) => texts.some(strange)),
    ['input', 'allowedValues'],
  );
}
