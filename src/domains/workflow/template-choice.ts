import { Field, ID, Int, ObjectType } from 'type-graphql';
import { holds, visibleKey } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, decodeId, encodeId, nounByTag, nounOf } from '../../kernel/model/index.js';
import { taskRule } from '../../kernel/process/index.js';
import { ownRegion } from '../organisation/index.js';
import { ofCaller, ProcessTemplate, ProcessTemplateVersion } from '../process/index.js';
import { Region } from '../region/index.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { placeOfObject } from './place-of-object.js';
import { ProcessInstance } from './process-instance.js';
import { type ApplicableTo, chooseVersion, typesFor } from './published.js';
import { ProcessTemplateVerdict, type Verdict, verdictsOf } from './why-not.js';

@ObjectType({
  description: 'A template that comes into question for an object, and what became of it (WFL-05, WFL-06).',
})
export class ProcessTemplateCandidate {
  @Field(() => ID, { description: 'Id of the `ProcessTemplate`.' })
  templateId!: string;

  @Field(() => String, { description: 'Code of the template.' })
  code!: string;

  @Field(() => ID, { nullable: true, description: 'Id of its `ProcessTemplateVersion`; null when none is published.' })
  versionId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the version; null when none is published.' })
  number!: number | null;

  @Field(() => ProcessTemplateVerdict, { description: 'What became of it.' })
  verdict!: ProcessTemplateVerdict;

  @Field(() => [String], { description: 'Parts of its condition that do not hold; empty unless CONDITION_FAILED.' })
  conditions!: string[];

  @Field(() => [String], {
    description: 'Variables in those parts that have no value for the object, or none that the caller may see.',
  })
  missing!: string[];
}

@ObjectType({ description: 'Which templates apply to an object, and which one is picked (WFL-05, WFL-06, WFL-35).' })
export class ProcessTemplateChoice {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of the `ProcessTemplate` that is picked; null when none applies.',
  })
  templateId!: string | null;

  @Field(() => [ProcessTemplateCandidate], {
    description: 'All templates for objects of its type, or for objects of all types, by code.',
  })
  candidates!: ProcessTemplateCandidate[];
}

/** For what a choice is asked. */
export interface ChoiceFor {
  objectId: string;
  byHand: boolean;
  variables: Record<string, unknown> | null;
  handlingGrade: string | null;
  regionId: string | null;
}

/** Who is told: those who write templates or variables, and those who dispatch. */
const MAY_ASK = ['processVersionEdit', 'applicabilityVariableSave', 'processInstanceDispatch'];

/**
 * What the start of a process for an object would choose, and why not the others: as far as the caller sees what their conditions are about.
 * @throws FORBIDDEN, NOT_FOUND
 */
export async function templateChoice(context: CallContext, asked: ChoiceFor): Promise<ProcessTemplateChoice> {
  const { objectId, regionId } = asked;
  if (!MAY_ASK.some((permission) => holds(context.caller, permission)))
    throw codedError('FORBIDDEN', `One of the permissions ${MAY_ASK.join(', ')} is needed.`);
  const noun = nounByTag(decodeId(objectId)?.tag ?? '');
  if (!noun) throw codedError('NOT_FOUND', 'There is no object with this id.', { path: ['objectId'] });
  await visibleKey(context, noun.target, objectId, ['objectId']);
  if (regionId) await visibleKey(context, Region, regionId, ['regionId']);
  return context.database.read(context, async (tx) => {
    const object = await objectAs(tx, noun.name, asked);
    const choice = await chooseVersion(tx, object, ofCaller(tx));
    const known = verdictsOf(choice).map(candidate);
    const others = await tx.em.find(ProcessTemplate, { objectType: { $in: typesFor(object) } });
    const unpublished = others.map(notPublished).filter(({ code }) => !known.some((each) => each.code === code));
    return Object.assign(new ProcessTemplateChoice(), {
      templateId: choice.version ? idOf(ProcessTemplate, choice.version.template) : null,
      candidates: [...known, ...unpublished].sort((a, b) => (a.code < b.code ? -1 : 1)),
    });
  });
}

/** The object as its start sees it: by hand, or as its domain starts its processes. */
async function objectAs(
  tx: Transaction,
  objectType: string,
  { objectId, byHand, variables, handlingGrade, regionId }: ChoiceFor,
): Promise<ApplicableTo> {
  const waiting = await waitingFor(tx, objectId);
  const named = regionId ? decodeId(regionId)!.uuid : waiting?.region?.id;
  const region = named
    ? (await tx.em.findOneOrFail(Region, named)).code
    : ((await placeOfObject(tx, objectType, objectId)).region?.code ??
      (byHand ? ((await ownRegion(tx))?.code ?? null) : null));
  const handler = byHand ? undefined : taskRule(objectType)?.handler;
  return {
    ...{ objectType, objectId, variables: variables ?? waiting?.variables ?? {}, region },
    ...{ handlingGrade: handlingGrade ?? waiting?.handlingGrade ?? null, ownTemplatesOnly: !byHand },
    ...(handler ? { handler } : {}),
  };
}

/** The process of an object that waits for a dispatcher, with all that was handed over when it was started. */
async function waitingFor(tx: Transaction, objectId: string): Promise<ProcessInstance | null> {
  const where = { template: null, objectId, test: false, parent: null, status: { $in: [...OPEN_INSTANCES] } };
  const found = await tx.em.findOne(ProcessInstance, where, { orderBy: { createdAt: 'desc' } });
  return found && tx.findExactly(ProcessInstance, found.id, { lock: false });
}

const idOf = (noun: Class, { id }: { id: string }): string => encodeId(nounOf(noun).tag!, id);

const candidate = ({ version, ...told }: Verdict): ProcessTemplateCandidate => ({
  ...{ ...told, templateId: idOf(ProcessTemplate, version.template), code: version.template.code },
  ...{ versionId: idOf(ProcessTemplateVersion, version), number: version.number },
});

const notPublished = (template: ProcessTemplate): ProcessTemplateCandidate => ({
  ...{ templateId: idOf(ProcessTemplate, template), code: template.code, versionId: null, number: null },
  ...{ verdict: ProcessTemplateVerdict.NOT_PUBLISHED, conditions: [], missing: [] },
});
