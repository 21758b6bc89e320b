import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { checkDefinition, errorsIn } from '../../kernel/process/index.js';
import { readDefinition } from './definition-rows.js';
import { isOperator, knownTo } from './known.js';
import { isObjectType } from './object-types.js';
import { ProcessVersionStatus } from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { ProcessFinding, shownFindings } from './template.payloads.js';

@ObjectType({
  description:
    'A published version that refers to something that is not there any more, such as a position that was removed or a person who left (WFL-15).',
})
export class ProcessBrokenReferences {
  @Field(() => ID, { description: 'The version, for `processTemplateVersion`.' })
  versionId!: string;

  @Field(() => String, { description: 'Code of the template.' })
  template!: string;

  @Field(() => Int, { description: 'Number of the version.' })
  number!: number;

  @Field(() => [ProcessFinding], { description: 'What is missing, with its place in the definition.' })
  findings!: ProcessFinding[];
}

/** Published versions that could not be published today, with what is missing; by code of the template (WFL-15). */
export async function brokenReferences({ database }: CallContext): Promise<ProcessBrokenReferences[]> {
  const em = database.orm.em.fork();
  const at = database.clock();
  const versions = await em.find(
    ProcessTemplateVersion,
    {
      ...{ status: ProcessVersionStatus.PUBLISHED, instanceOwn: false },
      $or: [{ validity: { to: null } }, { validity: { to: { $gt: at } } }],
    },
    { populate: ['template'], orderBy: { template: { code: 'asc' }, number: 'asc' } },
  );
  const broken: ProcessBrokenReferences[] = [];
  for (const { id, number, template, responsibleKind, responsibleCode } of versions) {
    const definition = await readDefinition(em, id, template.name);
    const errors = errorsIn(
      checkDefinition(definition, await knownTo(em, template.code, definition, { kind: 'IN_FORCE', at })),
    );
    const responsible = responsibleKind && responsibleCode ? { kind: responsibleKind, code: responsibleCode } : null;
    if (responsible && !(await isOperator(em, responsible)))
      errors.push({
        ...{ code: 'OPERATOR_UNKNOWN', severity: 'ERROR', path: ['responsible'] },
        message: `There is no ${responsible.kind} ${responsible.code}.`,
      });
    if (!isObjectType(template.objectType))
      errors.push({
        ...{ code: 'OBJECT_TYPE_UNKNOWN', severity: 'ERROR', path: ['objectType'] },
        message: `There is no type of objects ${template.objectType}: set it right with processTemplateChange.`,
      });
    if (errors.length === 0) continue;
    const versionId = encodeId(nounOf(ProcessTemplateVersion).tag!, id);
    broken.push({ versionId, template: template.code, number, findings: shownFindings(errors) });
  }
  return broken;
}
