import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import {
  changingOffering,
  channelObjections,
  copyRow,
  Offering,
  offeringParts,
  requireMaintainer,
  soldIn,
} from '../catalogue/index.js';
import { saleVariables } from '../pricing/index.js';
import { Region } from '../region/index.js';
import { askedOf, checkRuleValues } from './check-rule-values.js';
import type { OfferingSalesRulesSaveInput, SalesRuleInput } from './sales-rule.input.js';
import { SalesRuleKind, SalesRuleStage } from './sales-rule-kind.js';
import { SalesRule, SalesRuleForm as Form } from './sales-rule.js';

/** Deepest nesting of groups. */
const MAX_DEPTH = 5;
/** Most rules of an offering, with the parts of groups. */
const MAX_RULES = 200;

/**
 * Replaces the rules of sale of an offering; each kind, value and condition is checked before it is kept (PRD-43 to PRD-49). That is a new
 * version of the offering: what is ordered from now on is judged by it, what was ordered before has been judged by its own (PRD-53).
 */
export async function saveSalesRules(context: CallContext, input: OfferingSalesRulesSaveInput): Promise<Offering> {
  return context.database.write(context, async (tx) => {
    const offering = await tx.get(Offering, input.offeringId, ['input', 'offeringId']);
    if (offering.owner) await tx.em.populate(offering, ['owner']);
    await requireMaintainer(tx, offering, ['input', 'offeringId']);
    await changingOffering(tx, offering, { reason: input.reason ?? null }, () =>
      replaceRules(tx, offering, input.rules),
    );
    return offering;
  });
}

async function replaceRules(tx: Transaction, offering: Offering, inputs: readonly SalesRuleInput[]): Promise<void> {
  const before = await rulesOf(tx, offering);
  // Parts refer to their groups, so they let go of them before both are taken away.
  for (const rule of before) rule.parent = null;
  await tx.em.flush();
  for (const rule of before) tx.em.remove(rule);
  await tx.em.flush();
  const named = new Map<string, Set<string>>();
  for (const { kind, values } of before)
    if (kind) named.set(kind.id, new Set([...(named.get(kind.id) ?? []), ...values]));
  await addRules(tx, { offering, named, parent: null, depth: 1, added: [] }, inputs, ['input', 'rules']);
}

const rulesOf = (tx: Transaction, offering: Offering): Promise<SalesRule[]> =>
  tx.em.find(SalesRule, { offering: offering.id }, { populate: ['kind'], orderBy: { position: 'asc', id: 'asc' } });

offeringParts.keep('salesRules', async (tx, offering) => shown(await rulesOf(tx, offering), null));
offeringParts.copying(copyRules);

/** A copy is sold to whom, where and through what the original is (PRD-50), by kinds too that no new rule is made of. */
async function copyRules(tx: Transaction, source: Offering, made: Offering): Promise<void> {
  const rules = await rulesOf(tx, source);
  const copies = new Map(rules.map((rule) => [rule.id, copyRow(SalesRule, rule, { offering: made, parent: null })]));
  for (const rule of rules)
    tx.add(Object.assign(copies.get(rule.id)!, { parent: rule.parent ? copies.get(rule.parent.id)! : null }));
}

interface Place {
  offering: Offering;
  /** Values that its rules have had so far, by the keys of their kinds. */
  named: ReadonlyMap<string, ReadonlySet<string>>;
  parent: SalesRule | null;
  depth: number;
  added: SalesRule[];
}

async function addRules(
  tx: Transaction,
  place: Place,
  inputs: readonly SalesRuleInput[],
  path: InputPath,
): Promise<void> {
  if (place.depth > MAX_DEPTH) refuse('TOO_DEEP', `Groups nest at most ${MAX_DEPTH} levels deep.`, path);
  for (const [index, input] of inputs.entries()) {
    const at = [...path, index];
    const form = formOf(input, at);
    const rule = Object.assign(new SalesRule(), {
      offering: place.offering,
      parent: place.parent,
      form,
      kind: null as SalesRuleKind | null,
      values: input.values ?? [],
      condition: input.condition ?? null,
      negate: input.negate ?? false,
      message: input.message ?? null,
      position: index + 1,
    });
    if (form === Form.KIND) rule.kind = await checkKind(tx, place, input, at);
    else if (input.values?.length) refuse('CONTRADICTORY', 'Values are for a kind.', [...at, 'values']);
    if (form === Form.CONDITION) refuseBadRule(input.condition!, saleVariables, [...at, 'condition']);
    place.added.push(tx.add(rule));
    if (place.added.length > MAX_RULES) refuse('TOO_MANY', `An offering has at most ${MAX_RULES} rules.`, path);
    const parts = input.all ?? input.any;
    if (parts)
      await addRules(tx, { ...place, parent: rule, depth: place.depth + 1 }, parts, [
        ...at,
        form === Form.ALL ? 'all' : 'any',
      ]);
  }
}

function formOf({ kindId, condition, all, any }: SalesRuleInput, at: InputPath): Form {
  const given = [
    ...(kindId ? [Form.KIND] : []),
    ...(condition ? [Form.CONDITION] : []),
    ...(all ? [Form.ALL] : []),
    ...(any ? [Form.ANY] : []),
  ];
  return given.length === 1
    ? given[0]!
    : refuse('CONTRADICTORY', 'A rule has exactly one of kind, condition, all and any.', at);
}

async function checkKind(
  tx: Transaction,
  { offering, named }: Place,
  { kindId, values }: SalesRuleInput,
  at: InputPath,
): Promise<SalesRuleKind> {
  const kind = await tx.get(SalesRuleKind, kindId!, [...at, 'kindId'], { lock: false });
  if (!kind.active) refuse('INVALID_STATE', 'No new rules are made of this kind.', [...at, 'kindId']);
  const count = values?.length ?? 0;
  const { code, minValues: min, maxValues: max } = kind;
  if (count < min) refuse('TOO_FEW', `A rule of kind ${code} has at least ${min} values.`, [...at, 'values'], { min });
  if (count > max) refuse('TOO_MANY', `A rule of kind ${code} has at most ${max} values.`, [...at, 'values'], { max });
  if (kind.stage === SalesRuleStage.AREA) await checkAreas(tx, offering, values ?? [], [...at, 'values']);
  // What its rules named before is not asked again, as a code that has been taken away since.
  const kept = named.get(kind.id) ?? new Set<string>();
  await checkRuleValues(tx, kind, values ?? [], [...at, 'values'], kept);
  if (askedOf(kind.condition) === 'channel') await checkChannels(tx, kept, values ?? [], [...at, 'values']);
  return kind;
}

/** Areas of sale are regions inside the one that the offering is maintained for (PRD-47). */
async function checkAreas(
  tx: Transaction,
  offering: Offering,
  codes: readonly string[],
  path: InputPath,
): Promise<void> {
  const regions = await tx.em.find(Region, { code: [...codes] });
  for (const [index, code] of codes.entries()) {
    const region = regions.find((each) => each.code === code);
    if (!region) return refuse('NOT_FOUND', `There is no region ${code}.`, [...path, index]);
    if (!soldIn(offering, region))
      refuse('OUTSIDE_AREA', 'The offering is maintained for a smaller area.', [...path, index], {
        area: offering.owner!.code,
      });
  }
}

/** Offerings are opened to channels that there are (PRD-48). */
async function checkChannels(
  tx: Transaction,
  named: ReadonlySet<string>,
  codes: readonly string[],
  path: InputPath,
): Promise<void> {
  const objections = await channelObjections(
    tx,
    codes.filter((code) => !named.has(code)),
  );
  for (const [index, code] of codes.entries()) {
    const objection = objections.get(code);
    if (objection === 'NOT_ACTIVE') refuse(objection, `Nothing new is made for the channel ${code}.`, [...path, index]);
    if (objection) refuse(objection, `There is no sales channel ${code}.`, [...path, index]);
  }
}

/** Rules as versions keep them and the history shows them, groups with their parts. */
function shown(rules: readonly SalesRule[], parent: SalesRule | null): object[] {
  return rules
    .filter((rule) => (rule.parent?.id ?? null) === (parent?.id ?? null))
    .map((rule) => ({
      ...(rule.negate ? { negate: true } : {}),
      ...(rule.kind ? { kind: rule.kind.code, values: rule.values } : {}),
      ...(rule.condition ? { condition: rule.condition } : {}),
      ...(rule.form === Form.ALL ? { all: shown(rules, rule) } : {}),
      ...(rule.form === Form.ANY ? { any: shown(rules, rule) } : {}),
      ...(rule.message ? { message: rule.message } : {}),
    }));
}
