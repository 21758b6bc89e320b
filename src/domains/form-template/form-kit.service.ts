import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { askApproval, changeOrHold, type Saved } from '../../kernel/process/index.js';
import { refuseBadRule } from '../../kernel/rules/index.js';
import { WORD } from './controls.js';
import { cycleIn, type FilledPart, keyOf, variablesOf } from './fill.js';
import { FormControlKind, FormRelationKind as R, FormStatus } from './form.enums.js';
import { maintainer, requireMaintainer } from './form-access.js';
import { FormKit, FormKitPart, FormKitRelation } from './form-kit.js';
import type {
  FormKitCreateInput,
  FormKitPublishInput,
  FormKitRelationRemoveInput,
  FormKitRelationSaveInput,
  FormKitStepInput,
  FormKitTestInput,
  FormKitVersionInput,
} from './form-kit.inputs.js';
import type { FormWayInput } from './form.inputs.js';
import { formKitLifecycle } from './form.lifecycle.js';
import type { FormTest } from './form-record.js';
import { FormTemplate } from './form-template.js';
import { controlsOf } from './form-template.service.js';
import { givenChanges, onPublication, publicationRequest } from './publication-approval.js';
import { publishTo } from './publish.js';
import { runTest } from './run-test.js';

const KIT = ['input', 'kitId'];

/** The templates of a kit with their controls, and its relations. */
export async function kitModel(
  em: EntityManager,
  kit: string,
): Promise<{ parts: FilledPart[]; relations: FormKitRelation[] }> {
  const parts: FilledPart[] = [];
  for (const { alias, template } of await em.find(FormKitPart, { kit }, { orderBy: { position: 'asc' } }))
    parts.push({ alias, controls: await controlsOf({ em }, template) });
  return { parts, relations: await em.find(FormKitRelation, { kit }, { orderBy: { id: 'asc' } }) };
}

async function holdCode(tx: Transaction, code: string): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`form-kit ${code}`]);
}

/** Nobody removes the templates while a kit is made of them; they are held in the order of their keys. */
async function holdTemplates(tx: Transaction, { parts }: FormKitCreateInput): Promise<void> {
  const ids = parts.flatMap(({ templateId }) => decodeId(templateId)?.uuid ?? []);
  const how = { lockMode: LockMode.PESSIMISTIC_READ, orderBy: { id: 'asc' }, refresh: true } as const;
  await tx.em.find(FormTemplate, { id: { $in: ids } }, how);
}

/** Makes a kit of templates for one business (OPS-09). */
export function createKit(context: CallContext, input: FormKitCreateInput): Promise<FormKit> {
  return context.database.write(context, async (tx) => {
    const { code, name, business } = input;
    const organization = await maintainer(tx, input.organizationId);
    await holdCode(tx, code);
    if ((await tx.em.count(FormKit, { code })) > 0)
      refuse('TAKEN', 'There is a kit with this code.', ['input', 'code']);
    const kit = Object.assign(new FormKit(), {
      ...{ code, name, business, organization, number: 1, versionName: input.versionName ?? '1' },
      ...{ owner: tx.caller.subject, testedAt: null },
    });
    formKitLifecycle.begin(tx, tx.add(kit));
    await holdTemplates(tx, input);
    for (const [position, { alias, templateId }] of input.parts.entries()) {
      const path = ['input', 'parts', position];
      if (!WORD.test(alias)) refuse('BAD_CODE', 'A letter, then letters, digits and _.', [...path, 'alias']);
      if (input.parts.findIndex((part) => part.alias === alias) < position)
        refuse('DUPLICATE', 'The alias is given twice.', [...path, 'alias']);
      const template = await tx.get(FormTemplate, templateId, [...path, 'templateId'], { lock: false });
      if (template.status === FormStatus.REMOVED)
        refuse('NOT_ACTIVE', 'The template was removed.', [...path, 'templateId']);
      tx.add(Object.assign(new FormKitPart(), { kit, template, alias, position }));
    }
    return kit;
  });
}

/** Makes the next version of a kit, a copy with its templates and relations (OPS-14). */
export function nextKit(context: CallContext, input: FormKitVersionInput): Promise<FormKit> {
  return context.database.write(context, async (tx) => {
    const before = await ownKit(tx, input.kitId);
    const { code, name, business, organization } = before;
    await holdCode(tx, code);
    const number = 1 + (await tx.em.count(FormKit, { code }));
    const kit = Object.assign(new FormKit(), {
      ...{ code, name, business, organization, number, versionName: input.versionName },
      ...{ owner: tx.caller.subject, testedAt: null },
    });
    formKitLifecycle.begin(tx, tx.add(kit));
    for (const { template, alias, position } of await tx.em.find(FormKitPart, { kit: before.id }))
      tx.add(Object.assign(new FormKitPart(), { kit, template, alias, position }));
    for (const { kind, from, to, formula } of await tx.em.find(FormKitRelation, { kit: before.id }))
      tx.add(Object.assign(new FormKitRelation(), { kit, kind, from, to, formula }));
    return kit;
  });
}

async function ownKit(tx: Transaction, id: string): Promise<FormKit> {
  const kit = await tx.get(FormKit, id, KIT);
  requireMaintainer(tx, kit.organization, KIT);
  return kit;
}

/** Adds or changes a relation; formulas and cycles are checked now, not when somebody fills the kit (OPS-09, OPS-10). */
export function saveRelation(context: CallContext, input: FormKitRelationSaveInput): Promise<FormKitRelation> {
  return context.database.write(context, async (tx) => {
    const kit = await ownKit(tx, input.kitId);
    const path = ['input', 'relationId'];
    const found = input.relationId ? await tx.get(FormKitRelation, input.relationId, path) : null;
    if (found && found.kit.id !== kit.id) refuse('NOT_FOUND', 'There is no FormKitRelation with this id.', path);
    if (kit.status !== FormStatus.UNFINISHED) await formKitLifecycle.move(tx, kit, 'edit');
    const { kind, to, from = null, formula = null } = input;
    const { parts, relations } = await kitModel(tx.em, kit.id);
    refuseFaulty(parts, input);
    const others = relations.filter(({ id }) => id !== found?.id);
    const cycle = cycleIn(parts, [...others, { kind, to, from, formula }]);
    if (cycle.length > 0) refuse('CYCLE', 'These depend on themselves.', ['input', 'to'], { fields: cycle });
    return tx.add(Object.assign(found ?? new FormKitRelation(), { kit, kind, to, from, formula }));
  });
}

function refuseFaulty(parts: readonly FilledPart[], { kind, from, to, formula }: FormKitRelationSaveInput): void {
  const fields = new Map(
    parts.flatMap(({ alias, controls }) => controls.map((each) => [keyOf(alias, each.code), each.kind] as const)),
  );
  if (!fields.has(to)) refuse('UNKNOWN_FIELD', 'No template of the kit has this field.', ['input', 'to']);
  if (from && !fields.has(from)) refuse('UNKNOWN_FIELD', 'No template of the kit has this field.', ['input', 'from']);
  if (!from && (kind === R.REDUNDANT || (kind === R.MATCH && !formula)))
    refuse('REQUIRED', 'From which field?', ['input', 'from']);
  if (!formula && kind !== R.REDUNDANT && kind !== R.MATCH) refuse('REQUIRED', 'Which formula?', ['input', 'formula']);
  if (kind === R.CALCULATE && fields.get(to) !== FormControlKind.NUMBER)
    refuse('BAD_KIND', 'Only numbers are calculated.', ['input', 'to']);
  const wanted = kind === R.CALCULATE ? 'number' : kind === R.DERIVE ? null : 'boolean';
  if (formula) refuseBadRule(formula, variablesOf(parts, null), ['input', 'formula'], wanted);
}

/** Removes a relation (OPS-10). */
export function removeRelation(context: CallContext, input: FormKitRelationRemoveInput): Promise<FormKit> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'relationId'];
    const seen = await tx.get(FormKitRelation, input.relationId, path, { lock: false });
    const kit = (await tx.find(FormKit, seen.kit.id))!;
    requireMaintainer(tx, kit.organization, path);
    if (kit.status !== FormStatus.UNFINISHED) await formKitLifecycle.move(tx, kit, 'edit');
    await tx.em.nativeDelete(FormKitRelation, { id: seen.id });
    return kit;
  });
}

/** Takes a simple step: finished, removed. */
export function moveKit(context: CallContext, input: FormKitStepInput, action: 'finish' | 'remove'): Promise<FormKit> {
  return context.database.write(context, async (tx) => {
    const kit = await ownKit(tx, input.kitId);
    await formKitLifecycle.move(tx, kit, action);
    return kit;
  });
}

/** Fills all templates of a kit with sample values and keeps what came out (OPS-13). */
export function testKit(context: CallContext, input: FormKitTestInput): Promise<FormTest> {
  return context.database.write(context, async (tx) => {
    const kit = await ownKit(tx, input.kitId);
    const { parts, relations } = await kitModel(tx.em, kit.id);
    const test = runTest(tx, { kit }, parts, relations, input);
    await formKitLifecycle.move(tx, kit, test.passed ? 'pass' : 'fail');
    if (test.passed) kit.testedAt = tx.at;
    return test;
  });
}

/**
 * Gives a tested kit to units and channels when somebody else has approved that; its templates must be tested, and unchanged since its own
 * test (OPS-15, WFL-28).
 */
export function publishKit(context: CallContext, input: FormKitPublishInput): Promise<Saved<FormKit>> {
  return changeOrHold(
    context,
    async (tx) => {
      const kit = await ownKit(tx, input.kitId);
      const given = await giveOut(tx, kit, input.ways, tx.caller.subject);
      return { item: kit, sold: true, changes: givenChanges(given, input.ways) };
    },
    async (tx, changes) => {
      const kit = await tx.get(FormKit, input.kitId, KIT);
      const held = { ways: input.ways, asOf: kit.testedAt! };
      await askApproval(tx, await publicationRequest(tx, FORM_KIT, kit, changes, held, KIT));
      return kit;
    },
  );
}

/** Kind of approval that a form is given out for use (WFL-28). */
const FORM_KIT = 'FORM_KIT';

async function giveOut(tx: Transaction, kit: FormKit, ways: readonly FormWayInput[], by: string): Promise<boolean> {
  await holdCode(tx, kit.code);
  if (kit.status !== FormStatus.PUBLISHED) {
    if (kit.status !== FormStatus.TESTED) refuse('NOT_TESTED', 'Only what was tested is published.', KIT);
    for (const part of await tx.em.find(FormKitPart, { kit: kit.id })) {
      const { status, changedAt } = (await tx.em.findOne(FormTemplate, { id: part.template.id }))!;
      const ready = status === FormStatus.TESTED || status === FormStatus.PUBLISHED;
      if (!ready || changedAt > kit.testedAt!)
        refuse('NOT_TESTED', `The template ${part.alias} is to be tested again.`, KIT, { alias: part.alias });
    }
    for (const old of await tx.em.find(FormKit, { code: kit.code, status: FormStatus.PUBLISHED }))
      await formKitLifecycle.move(tx, old, 'retire');
    await formKitLifecycle.move(tx, kit, 'publish');
  }
  return publishTo(tx, { kit }, ways, by);
}

onPublication<FormKit, FormWayInput>(FORM_KIT, FormKit, (kit) => kit.testedAt ?? null, giveOut);
