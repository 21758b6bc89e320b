import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { askApproval, changeOrHold, type Saved } from '../../kernel/process/index.js';
import { controlsOfNoun, controlsOfXml, putControls } from './controls.js';
import { type FilledPart } from './fill.js';
import { FormLayout, FormOrigin, FormStatus } from './form.enums.js';
import { maintainer, requireMaintainer } from './form-access.js';
import { FormControl } from './form-control.js';
import { FormKitPart } from './form-kit.js';
import type {
  FormControlInput,
  FormTemplateCreateInput,
  FormTemplateEditInput,
  FormTemplatePublishInput,
  FormTemplateStepInput,
  FormTemplateTestInput,
  FormTemplateVersionInput,
} from './form-template.inputs.js';
import type { FormWayInput } from './form.inputs.js';
import { formTemplateLifecycle } from './form.lifecycle.js';
import { givenChanges, onPublication, publicationRequest } from './publication-approval.js';
import { publishTo } from './publish.js';
import type { FormTest } from './form-record.js';
import { FormTemplate } from './form-template.js';
import { runTest } from './run-test.js';

const TEMPLATE = ['input', 'templateId'];

/** The controls of a template, in the order in which they are filled. */
export const controlsOf = ({ em }: Pick<Transaction, 'em'>, { id }: { id: string }): Promise<FormControl[]> =>
  em.find(FormControl, { template: id }, { orderBy: { position: 'asc' } });

/** Makes a template from a list of controls, XML, a noun, or another template (OPS-01, OPS-02). */
export function createTemplate(context: CallContext, input: FormTemplateCreateInput): Promise<FormTemplate> {
  return context.database.write(context, async (tx) => {
    const { code, name, type } = input;
    const organization = await maintainer(tx, input.organizationId);
    const origin = originOf(input);
    const copied = input.copyOfId
      ? await tx.get(FormTemplate, input.copyOfId, ['input', 'copyOfId'], { lock: false })
      : null;
    await holdCode(tx, code);
    if ((await tx.em.count(FormTemplate, { code })) > 0)
      refuse('TAKEN', 'There is a template with this code.', ['input', 'code']);
    const template = Object.assign(new FormTemplate(), {
      ...{ code, name, type, organization, origin, number: 1, changedAt: tx.at, owner: tx.caller.subject },
      versionName: input.versionName ?? '1',
      layout: input.layout ?? copied?.layout ?? FormLayout.ONE_COLUMN,
      pageWidth: input.pageWidth ?? copied?.pageWidth ?? '210',
      pageHeight: input.pageHeight ?? copied?.pageHeight ?? '297',
    });
    formTemplateLifecycle.begin(tx, tx.add(template));
    await tx.em.flush();
    const [controls, path] = await givenControls(tx, input, copied);
    await putControls(tx, template, controls, path);
    return template;
  });
}

function originOf({ controls, xml, noun, copyOfId }: FormTemplateCreateInput): FormOrigin {
  const given = [
    controls && FormOrigin.LAYOUT,
    xml && FormOrigin.XML,
    noun && FormOrigin.NOUN,
    copyOfId && FormOrigin.COPY,
  ];
  const [one, ...more] = given.filter((each) => !!each) as FormOrigin[];
  if (!one || more.length > 0)
    return refuse('ONE_SOURCE', 'Exactly one of controls, xml, noun and copyOfId.', ['input']);
  return one;
}

async function givenControls(
  tx: Transaction,
  { controls, xml, noun }: FormTemplateCreateInput,
  copied: FormTemplate | null,
): Promise<[FormControlInput[], string[]]> {
  if (controls) return [controls, ['input', 'controls']];
  if (xml) return [await controlsOfXml(xml, ['input', 'xml']), ['input', 'xml']];
  if (noun) return [controlsOfNoun(noun, ['input', 'noun']), ['input', 'noun']];
  return [await controlsOf(tx, copied!), ['input', 'copyOfId']];
}

/** Two that make the same code at the same moment meet here. */
async function holdCode(tx: Transaction, code: string): Promise<void> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`form-template ${code}`]);
}

/** Makes the next version, a copy that is edited and tested on its own (OPS-14). */
export function nextTemplate(context: CallContext, input: FormTemplateVersionInput): Promise<FormTemplate> {
  return context.database.write(context, async (tx) => {
    const before = await ownTemplate(tx, input.templateId);
    const { code, name, type, layout, pageWidth, pageHeight, organization } = before;
    await holdCode(tx, code);
    const number = 1 + (await tx.em.count(FormTemplate, { code }));
    const template = Object.assign(new FormTemplate(), {
      ...{ code, name, type, layout, pageWidth, pageHeight, organization, number, versionName: input.versionName },
      ...{ origin: FormOrigin.COPY, changedAt: tx.at, owner: tx.caller.subject },
    });
    formTemplateLifecycle.begin(tx, tx.add(template));
    await tx.em.flush();
    await putControls(tx, template, await controlsOf(tx, before), TEMPLATE);
    return template;
  });
}

async function ownTemplate(tx: Transaction, id: string): Promise<FormTemplate> {
  const template = await tx.get(FormTemplate, id, TEMPLATE);
  requireMaintainer(tx, template.organization, TEMPLATE);
  return template;
}

/** Changes what is on the page; what was finished or tested is MODIFIED then (OPS-03). */
export function editTemplate(context: CallContext, input: FormTemplateEditInput): Promise<FormTemplate> {
  return context.database.write(context, async (tx) => {
    const template = await ownTemplate(tx, input.templateId);
    if (template.status !== FormStatus.UNFINISHED) await formTemplateLifecycle.move(tx, template, 'edit');
    template.name = input.name ?? template.name;
    await putControls(tx, template, input.controls, ['input', 'controls']);
    return template;
  });
}

/** Takes a simple step: finished, removed. */
export function moveTemplate(
  context: CallContext,
  input: FormTemplateStepInput,
  action: 'finish' | 'remove',
): Promise<FormTemplate> {
  return context.database.write(context, async (tx) => {
    const template = await ownTemplate(tx, input.templateId);
    if (action === 'finish' && (await tx.em.count(FormControl, { template: template.id })) === 0)
      refuse('EMPTY', 'There is nothing on the page.', TEMPLATE);
    if (action === 'remove') await refuseUsed(tx, template);
    await formTemplateLifecycle.move(tx, template, action);
    return template;
  });
}

/** A template that stands in a kit is needed there until the kit is removed or replaced. */
async function refuseUsed(tx: Transaction, template: FormTemplate): Promise<void> {
  const over = [FormStatus.REMOVED, FormStatus.RETIRED];
  const [part] = await tx.em.find(FormKitPart, { template: template.id, kit: { status: { $nin: over } } }, {
    populate: ['kit'],
    orderBy: { id: 'asc' },
    limit: 1,
  } as never);
  if (part) refuse('IN_USE', 'A kit has it as a part.', TEMPLATE, { kit: part.kit.code });
}

/** Fills a template with sample values and keeps what came out (OPS-12). */
export function testTemplate(context: CallContext, input: FormTemplateTestInput): Promise<FormTest> {
  return context.database.write(context, async (tx) => {
    const template = await ownTemplate(tx, input.templateId);
    const parts: FilledPart[] = [{ alias: '', controls: await controlsOf(tx, template) }];
    const test = runTest(tx, { template }, parts, [], input);
    await formTemplateLifecycle.move(tx, template, test.passed ? 'pass' : 'fail');
    return test;
  });
}

/** Gives a tested template to units and channels when somebody else has approved that; the version before is retired (OPS-15, WFL-28). */
export function publishTemplate(context: CallContext, input: FormTemplatePublishInput): Promise<Saved<FormTemplate>> {
  return changeOrHold(
    context,
    async (tx) => {
      const template = await ownTemplate(tx, input.templateId);
      const given = await giveOut(tx, template, input.ways, tx.caller.subject);
      return { item: template, sold: true, changes: givenChanges(given, input.ways) };
    },
    async (tx, changes) => {
      const template = await tx.get(FormTemplate, input.templateId, TEMPLATE);
      const held = { ways: input.ways, asOf: template.changedAt };
      await askApproval(tx, await publicationRequest(tx, FORM_TEMPLATE, template, changes, held, TEMPLATE));
      return template;
    },
  );
}

/** Kind of approval that a form is given out for use (WFL-28). */
const FORM_TEMPLATE = 'FORM_TEMPLATE';

async function giveOut(
  tx: Transaction,
  template: FormTemplate,
  ways: readonly FormWayInput[],
  by: string,
): Promise<boolean> {
  await holdCode(tx, template.code);
  if (template.status !== FormStatus.PUBLISHED) {
    if (template.status !== FormStatus.TESTED) refuse('NOT_TESTED', 'Only what was tested is published.', TEMPLATE);
    const { code } = template;
    for (const old of await tx.em.find(FormTemplate, { code, status: FormStatus.PUBLISHED }))
      await formTemplateLifecycle.move(tx, old, 'retire');
    await formTemplateLifecycle.move(tx, template, 'publish');
  }
  return publishTo(tx, { template }, ways, by);
}

onPublication<FormTemplate, FormWayInput>(FORM_TEMPLATE, FormTemplate, (template) => template.changedAt, giveOut);
