import {
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  ObjectInput,
  TextInput,
  TextListInput,
  BoolInput,
} from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { Employee } from '../organisation/index.js';
import { Region } from '../region/index.js';
import { ProcessDefinitionInput, ProcessOperatorInput } from './definition.inputs.js';
import { ProcessDispatchMode, ProcessWorkKind } from './process.enums.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@Input('A new process template, with its first version as a draft (WFL-01, WFL-08).')
export class ProcessTemplateCreateInput {
  @TextInput({ description: 'Code for good; CODE_TAKEN when there is one.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'What it is for, in words.', max: 1000, optional: true })
  description?: string | null;

  @TextInput({ description: 'Functional domain, such as `trouble`.', max: 60, optional: true })
  functionalDomain?: string | null;

  @TextInput({
    description:
      'Type of the objects that it dispatches, such as `Order`, or `ANY`, which it is when absent. UNKNOWN_VALUE for what is no type of the graph; details `near` has names that are written like it.',
    max: 60,
    optional: true,
  })
  objectType?: string | null;

  @IntInput({
    description: 'Of several that apply the highest is taken; 0 when absent.',
    min: -1000,
    max: 1000,
    optional: true,
  })
  priority?: number | null;

  @EnumInput(() => ProcessDispatchMode, {
    description: 'When its instances begin; `REALTIME` when absent.',
    optional: true,
  })
  dispatchMode?: ProcessDispatchMode | null;

  @EnumInput(() => ProcessWorkKind, {
    description: 'What kind of work its instances are; `WORK_ORDER` when absent (WFL-71).',
    optional: true,
  })
  workKind?: ProcessWorkKind | null;

  @IdInput(() => Region, {
    description:
      'Region whose staff look after it, and for whose objects it is picked. Null for the whole operator; absent: the same for the headquarters, and the region of their unit for other staff. OUT_OF_SCOPE for regions of others, and for the whole operator unless for the headquarters.',
    optional: true,
  })
  regionId?: string | null;

  @IdInput(() => ProcessTemplateVersion, {
    description: 'Version, in any state, whose content is copied; absent for an empty draft (WFL-03).',
    optional: true,
  })
  copyOfId?: string | null;

  @ObjectInput(() => ProcessDefinitionInput, { description: 'Content of the draft.', optional: true })
  definition?: ProcessDefinitionInput | null;
}

@Input(
  'What a template is to be besides its versions; what is absent stays (WFL-01, WFL-21, WFL-71). Processes that run stay as they are.',
)
export class ProcessTemplateChangeInput {
  @IdInput(() => ProcessTemplate, { description: 'The template.' })
  templateId!: string;

  @TextInput({ description: 'Name.', optional: true })
  name?: string | null;

  @TextInput({ description: 'What it is for, in words; null for nothing.', max: 1000, optional: true })
  description?: string | null;

  @TextInput({ description: 'Functional domain, such as `trouble`.', max: 60, optional: true })
  functionalDomain?: string | null;

  @TextInput({
    description:
      'Type of the objects that it dispatches, such as `Order`, or `ANY`. UNKNOWN_VALUE for what is no type of the graph, with `near` ones; IN_USE once a version was published, while one is tried or approved (details `versions`), and while triggers or processes rely on it (details `dependants`). One that the graph does not know is set right at any time; RULE_UNKNOWN_NAME when conditions do not fit.',
    max: 60,
    optional: true,
  })
  objectType?: string | null;

  @IntInput({
    description:
      'Of several that apply the highest is taken. FORBIDDEN without the permission `processVersionPublish` while a version is published.',
    min: -1000,
    max: 1000,
    optional: true,
  })
  priority?: number | null;

  @IdInput(() => Region, {
    description:
      'Region whose staff look after it, and for whose objects it is picked; null for the whole operator. OUT_OF_SCOPE for regions of others, and for the whole operator unless for the headquarters; FORBIDDEN without the permission `processVersionPublish` while a version is published.',
    optional: true,
  })
  regionId?: string | null;

  @EnumInput(() => ProcessDispatchMode, {
    description:
      'When its instances begin. FORBIDDEN without the permission `processVersionPublish` while a version is published.',
    optional: true,
  })
  dispatchMode?: ProcessDispatchMode | null;

  @EnumInput(() => ProcessWorkKind, { description: 'What kind of work its instances are (WFL-71).', optional: true })
  workKind?: ProcessWorkKind | null;

  @TextInput({ description: 'Why it is changed, for its history.', max: 500, optional: true })
  reason?: string | null;

  @IntInput({
    description: 'Version of the template that the caller read; VERSION_CONFLICT when it was changed since.',
    optional: true,
  })
  expectedVersion?: number | null;
}

@Input('A new draft of a template, copied from one of its versions (WFL-23).')
export class ProcessVersionCreateInput {
  @IdInput(() => ProcessTemplate, { description: 'The template.' })
  templateId!: string;

  @IdInput(() => ProcessTemplateVersion, { description: 'Version to copy; the newest when absent.', optional: true })
  copyOfId?: string | null;

  @TextInput({ description: 'Why a new version is made.', max: 500, optional: true })
  changeReason?: string | null;
}

@Input('What a draft is to be; what is absent stays (WFL-02, WFL-05, WFL-24).')
export class ProcessVersionEditInput {
  @IdInput(() => ProcessTemplateVersion, { description: 'The draft; INVALID_STATE for other versions.' })
  versionId!: string;

  @IntInput({
    description: 'Revision that the caller read; VERSION_CONFLICT when it was edited since.',
    optional: true,
  })
  revision?: number | null;

  @ObjectInput(() => ProcessDefinitionInput, {
    description: 'Steps, flows, variables and limits, whole.',
    optional: true,
  })
  definition?: ProcessDefinitionInput | null;

  @TextInput({
    description: 'FEEL over the object: for which it applies; empty for all.',
    max: 4000,
    optional: true,
    allowEmpty: true,
  })
  applicability?: string | null;

  @TextInput({
    description:
      'FEEL over the object, a text: the handling grade of instances that are given none; empty for none (WFL-16).',
    max: 4000,
    optional: true,
    allowEmpty: true,
  })
  gradeRule?: string | null;

  @ObjectInput(() => ProcessOperatorInput, {
    description: 'Who is responsible for its instances and is told of their alarms (WFL-59); OPERATOR_UNKNOWN.',
    optional: true,
  })
  responsible?: ProcessOperatorInput | null;

  @InstantInput({ description: 'First moment at which it makes instances.', optional: true })
  validFrom?: string | null;

  @InstantInput({
    description: 'First moment at which it does not any more; the schedule makes it invalid then.',
    optional: true,
  })
  validTo?: string | null;

  @TextInput({ description: 'Why it was changed.', max: 500, optional: true })
  changeReason?: string | null;
}

@Input('A version and why something is done with it.')
export class ProcessVersionStepInput {
  @IdInput(() => ProcessTemplateVersion, { description: 'The version.' })
  versionId!: string;

  @TextInput({ description: 'Why; REQUIRED to make a published one invalid.', max: 500, optional: true })
  reason?: string | null;
}

@Input('Whom to ask for approval of a version (WFL-28).')
export class ProcessVersionSubmitInput {
  @IdInput(() => ProcessTemplateVersion, { description: 'The version, a draft or in test.' })
  versionId!: string;

  @IdListInput(() => Employee, {
    description: 'Approvers: all of them must agree; OWN_WORK when the caller is among them.',
    max: 20,
  })
  approverIds!: string[];

  @InstantInput({ description: 'By when an answer is wanted.', optional: true })
  dueAt?: string | null;

  @TextListInput({
    description: 'Names or addresses of documents that go along (WFL-29).',
    max: 20,
    maxText: 500,
    optional: true,
  })
  attachments?: string[] | null;

  @IdListInput(() => Document, {
    description:
      'Stored documents that go along: those who are asked may read them (WFL-29). DUPLICATE when one is named twice.',
    max: 20,
    optional: true,
  })
  documentIds?: string[] | null;
}

@Input("An approver's answer (WFL-28).")
export class ProcessVersionDecideInput {
  @IdInput(() => ProcessTemplateVersion, { description: 'The version that waits for approval.' })
  versionId!: string;

  @BoolInput({ description: 'True to agree, false to give it back.' })
  approved!: boolean;

  @TextInput({ description: 'Suggested changes; REQUIRED to give it back.', max: 2000, optional: true })
  suggestion?: string | null;
}
