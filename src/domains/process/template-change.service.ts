import { holds } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { refuseBadConditions } from './applicability.js';
import { isObjectType, refuseUnknownType } from './object-types.js';
import { type Overlap, overlapsOf } from './overlaps.js';
import { ProcessVersionStatus as S } from './process.enums.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { dependantsOf } from './template-dependants.js';
import { namedRegion, refuseForeignTemplate } from './template-region.js';
import type { ProcessTemplateChangeInput } from './template.inputs.js';

const at = (field: string): InputPath => ['input', field];

/** What chooses, or begins, the processes of a version that is in use: who may publish decides about it. */
const IN_FORCE = ['priority', 'dispatchMode', 'objectType', 'region'] as const;
const PUBLISH = 'processVersionPublish';

/** States in which others rely on what a version is: it is tried, approved, or in use. */
const RELIED_ON: readonly S[] = [S.TESTING, S.PENDING_APPROVAL, S.APPROVED, S.PUBLISHED];

/**
 * Changes what a template is besides its versions (WFL-01, WFL-21, WFL-71). Processes that run stay as they are.
 * @returns the template, and what its published version competes with when its priority has changed
 */
export function changeTemplate(
  context: CallContext,
  input: ProcessTemplateChangeInput,
): Promise<{ template: ProcessTemplate; overlaps: Overlap[] }> {
  return context.database.write(context, async (tx) => {
    // Whoever puts a version of it to use holds the template too, so that none is checked by what it is no more.
    const template = await tx.get(ProcessTemplate, input.templateId, at('templateId'));
    await refuseForeignTemplate(tx, template, at('templateId'));
    expectVersion(template, input.expectedVersion, at('expectedVersion'));
    const versions = await tx.em.find(ProcessTemplateVersion, { template: template.id, instanceOwn: false });
    const published = versions.filter(({ status }) => status === S.PUBLISHED);
    const before = template.objectType;
    if (input.objectType && input.objectType !== before) await refuseType(tx, template, versions, input.objectType);
    const region = input.regionId === undefined ? undefined : await namedRegion(tx, input.regionId);
    const changes = applyChanges(template, {
      ...(region === undefined ? {} : { region }),
      ...{ name: input.name ?? undefined, description: input.description },
      ...{ functionalDomain: input.functionalDomain ?? undefined, objectType: input.objectType ?? undefined },
      ...{ priority: input.priority ?? undefined, dispatchMode: input.dispatchMode ?? undefined },
      workKind: input.workKind ?? undefined,
    });
    const inForce = IN_FORCE.find((field) => changes.some((change) => change.field === field));
    if (inForce && published.length > 0 && !holds(tx.caller, PUBLISH))
      refuse(
        'FORBIDDEN',
        `A version is published: the permission ${PUBLISH} is needed.`,
        at(inForce === 'region' ? 'regionId' : inForce),
        {
          permission: PUBLISH,
        },
      );
    if (changes.length === 0) return { template, overlaps: [] };
    template.version++;
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'process-template.changed', subject: template, reason: input.reason ?? null },
      data: { code: template.code, changes },
    });
    const competes = changes.some(({ field }) => field === 'priority' || field === 'objectType' || field === 'region');
    // Others are found by what the template is now.
    await tx.em.flush();
    const overlaps: Overlap[] = [];
    for (const version of competes ? published : []) overlaps.push(...(await overlapsOf(tx.em, version, template)));
    return { template, overlaps };
  });
}

/**
 * Refuses another type of objects where somebody relies on the one before. Of a type that the graph does not know there are no objects, and
 * so nothing relies on it: such a template is set right whatever became of its versions, if their conditions fit.
 */
async function refuseType(
  tx: Transaction,
  template: ProcessTemplate,
  versions: readonly ProcessTemplateVersion[],
  objectType: string,
): Promise<void> {
  const path = at('objectType');
  if (!isObjectType(objectType)) refuseUnknownType(objectType, path);
  if (isObjectType(template.objectType)) {
    const relied = versions.filter(({ status, publishedAt }) => publishedAt || RELIED_ON.includes(status));
    const numbers = relied.map(({ number }) => number).sort((a, b) => a - b);
    if (numbers.length > 0)
      refuse('IN_USE', `Versions were published or are tried or approved: ${numbers.join(', ')}.`, path, {
        versions: numbers,
      });
    const dependants = await dependantsOf(tx, template);
    if (dependants.length > 0)
      refuse('IN_USE', `Others rely on what it is about: ${dependants.join(', ')}.`, path, { dependants });
  }
  for (const version of versions.filter(({ status }) => RELIED_ON.includes(status)))
    await refuseBadConditions(tx, version, objectType, { applicability: path, gradeRule: path });
}
