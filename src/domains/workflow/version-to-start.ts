import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, decodeId, nounByTag } from '../../kernel/model/index.js';
import {
  ofCaller,
  ProcessTemplate,
  ProcessTemplateVersion,
  ProcessVersionStatus,
  readDefinition,
  servingConditions,
} from '../process/index.js';
import type { Region } from '../region/index.js';
import { chooseVersion, publishedVersionOf, valuesFor } from './published.js';
import type { ProcessInstanceStartInput } from './start.inputs.js';
import { refuseForOthers } from './steered.js';
import { compiledVersion, ownVersion } from './versions.js';
import { passedOver } from './why-not.js';

/** What an instance works on. */
export interface ObjectOf {
  type: string;
  /** Opaque id. */
  id: string;
}

/** The object that a caller names; NOT_FOUND when they do not see it. */
export async function objectOf(tx: Transaction, id: string, path: InputPath): Promise<ObjectOf> {
  const noun = nounByTag(decodeId(id)!.tag);
  if (!noun) return refuse('NOT_FOUND', 'There is no object with this id.', path);
  await tx.get(noun.target as Class<never>, id, path, { lock: false });
  return { type: noun.name, id };
}

/** The published version on which a start by hand runs: of the template that is named, else the one that applies to the object. */
export async function versionFor(
  tx: Transaction,
  { templateId, handlingGrade }: ProcessInstanceStartInput,
  object: ObjectOf | null,
  region: Region | null,
  variables: Record<string, unknown>,
): Promise<ProcessTemplateVersion> {
  const path = ['input', 'templateId'];
  if (templateId) {
    const template = await tx.get(ProcessTemplate, templateId, path, { lock: false });
    refuseForOthers(template, object?.type ?? null, path);
    return published(tx, template, path);
  }
  if (!object) return refuse('REQUIRED', 'A template or an object is needed.', path);
  const about = { handlingGrade: handlingGrade ?? null, region: region?.code ?? null, variables };
  const asked = { ...about, objectType: object.type, objectId: object.id };
  const choice = await chooseVersion(tx, asked);
  if (choice.version) return choice.version;
  // Why, as far as the caller sees what the conditions are about.
  const values = await valuesFor(tx, choice.able, asked, ofCaller(tx));
  return refuse('NO_TEMPLATE', 'No template applies to this object.', path, {
    templates: passedOver({ ...choice, values }),
  });
}

/** The version of a template that makes instances now; refuses with NOT_PUBLISHED when there is none. */
export async function published(
  tx: Transaction,
  template: ProcessTemplate,
  path: InputPath,
): Promise<ProcessTemplateVersion> {
  return (
    (await publishedVersionOf(tx, template)) ??
    refuse('NOT_PUBLISHED', 'No version of this template is published now.', path)
  );
}

/** A copy of what is in test: it may be edited while the test runs (WFL-27). */
export async function versionInTest(
  tx: Transaction,
  input: ProcessInstanceStartInput,
  object: ObjectOf | null,
): Promise<ProcessTemplateVersion> {
  const path = ['input', 'testVersionId'];
  if (input.templateId) refuse('CONTRADICTION', 'A template or a version in test, not both.', path);
  const version = await tx.get(ProcessTemplateVersion, input.testVersionId!, path);
  if (version.status !== ProcessVersionStatus.TESTING)
    refuse('INVALID_STATE', 'This version is not in test.', path, { state: version.status });
  await tx.em.populate([version], ['template']);
  refuseForOthers(version.template, object?.type ?? null, path);
  return ownVersion(tx, version, await readDefinition(tx.em, version.id, version.template.code), 'test');
}

/** Values but those that only serve to choose the template and the handling grade (WFL-06). */
export async function withoutHandedOver(
  tx: Transaction,
  version: ProcessTemplateVersion,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { definition } = await compiledVersion(tx.em, version.id);
  const own = new Set(definition.variables.map(({ name }) => name));
  const others = Object.keys(variables).filter((name) => !own.has(name));
  if (others.length === 0) return variables;
  const served = await servingConditions(tx, others);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !served.has(name)));
}
