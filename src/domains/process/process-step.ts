import { Bool, EnumOf, Int, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import {
  ExternalSystemClass,
  ProcessJoinKind,
  ProcessOperatorKind,
  ProcessSplitKind,
  ProcessStepKind,
} from './process.enums.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@UniqueTogether(['version', 'code'])
@Noun({
  tag: 'ws',
  root: false,
  description: 'A step (环节) of a version of a process template: one independent piece of work (MOD-70, WFL-09).',
})
export class ProcessStep extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'steps',
    inverseDescription: 'Its steps.',
  })
  version!: ProcessTemplateVersion;

  @Int({ description: 'Place in the list of steps, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Code, unique in the version.', max: 60, access: 'slow', grouped: true })
  code!: string;

  @Text({ description: 'Name.' })
  name!: string;

  @EnumOf(() => ProcessStepKind, { description: 'What happens at it.' })
  kind!: ProcessStepKind;

  @Text({
    description: 'Module that it belongs to, such as `ordering` (WFL-01).',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  module?: string | null;

  @EnumOf(() => ProcessJoinKind, { description: 'When it begins if several flows lead into it.' })
  join!: ProcessJoinKind;

  @EnumOf(() => ProcessSplitKind, { description: 'Which flows out of it get a token.' })
  split!: ProcessSplitKind;

  @EnumOf(() => ProcessOperatorKind, { description: 'What its operator is; null when no person acts.', nullable: true })
  operatorKind?: ProcessOperatorKind | null;

  @Text({
    description: 'Code of the position, role or unit, or staff number, that acts (WFL-15).',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  operatorCode?: string | null;

  @Text({
    description: 'Handler of an automatic step, or adapter of an external one.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  handler?: string | null;

  @EnumOf(() => ExternalSystemClass, { description: 'Where the outside system stands.', nullable: true })
  externalSystem?: ExternalSystemClass | null;

  @Text({ description: 'Template that a sub-process runs.', nullable: true, max: 60, access: 'slow' })
  subprocess?: string | null;

  @Bool({ description: 'Whether the token waits for the end of the sub-process.' })
  subprocessWaits: boolean = true;

  @Text({ description: 'FEEL: minutes, duration or moment that a timer waits for.', nullable: true, max: 4000 })
  timer?: string | null;

  @Text({ description: 'Handler that undoes the step when it is rolled back.', nullable: true, max: 100 })
  compensation?: string | null;

  @EnumOf(() => ProcessOperatorKind, {
    description: 'What whoever undoes the step is when it is rolled back; null when no person does (WFL-43).',
    nullable: true,
  })
  compensationKind?: ProcessOperatorKind | null;

  @Text({
    description: 'Code of the position, role or unit, or staff number, that undoes the step; null when no person does.',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  compensationCode?: string | null;

  @Text({ description: 'What they are to do; null for words that name the step.', nullable: true })
  compensationTask?: string | null;

  @Int({
    description:
      'How often its handler, or the hand-over to its outside system, is tried before a dispatcher must act; null for the usual 5 (WFL-47).',
    nullable: true,
  })
  attempts?: number | null;

  @Int({
    description: 'Seconds before the second attempt; each later pause is twice as long. Null for the usual 2.',
    nullable: true,
  })
  pauseSeconds?: number | null;

  @Int({ description: 'Seconds of the longest pause; null for the usual 3600.', nullable: true })
  maxPauseSeconds?: number | null;

  @Text({
    description: 'Step that a rejection goes back to; null for the one before (WFL-42).',
    nullable: true,
    max: 60,
  })
  rollbackTo?: string | null;

  @JsonValue({ description: 'Where it waits for instances of other processes: when, template, step (WFL-22).' })
  waitFor!: unknown;

  @JsonValue({
    description: 'Where somebody has drawn it: x, y, width, height in whole pixels; null where nobody has (WFL-09).',
    nullable: true,
  })
  bounds?: unknown;
}
