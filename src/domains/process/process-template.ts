import { EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ProcessDispatchMode, ProcessWorkKind } from './process.enums.js';

/** Type of object of a template that dispatches objects of every type. */
export const ANY_TYPE = 'ANY';

@Noun({
  tag: 'wt',
  description:
    'A process template (流程模板): the mould from which instances are made (MOD-71, TMF701 ProcessFlowSpecification). What it does is in its versions.',
})
export class ProcessTemplate extends Node {
  @Text({ description: 'Code for good, such as `FAULT_LEVEL_1`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'What it is for, in words; null for none.', nullable: true, max: 1000 })
  description?: string | null;

  @Text({ description: 'Functional domain, such as `trouble` (WFL-01).', max: 60, access: 'btree', grouped: true })
  functionalDomain!: string;

  @Text({
    description:
      'Type of the objects that it dispatches (调度对象), such as `FaultTicket`: a type of the graph; `ANY` for all.',
    max: 60,
    access: 'btree',
    grouped: true,
  })
  objectType!: string;

  @Int({
    description: 'Of several that apply to an object, the one with the highest priority is taken.',
    access: 'slow',
  })
  priority!: number;

  @EnumOf(() => ProcessDispatchMode, { description: 'When its instances begin (WFL-21).' })
  dispatchMode!: ProcessDispatchMode;

  @EnumOf(() => ProcessWorkKind, { description: 'What kind of work its instances are (WFL-71).' })
  workKind: ProcessWorkKind = ProcessWorkKind.WORK_ORDER;

  @One(() => Region, {
    description:
      'Region whose staff look after it, and for whose objects alone it is picked by itself, with those inside it; null for the headquarters and everywhere (WFL-05).',
    nullable: true,
    inverse: 'processTemplates',
    inverseDescription: 'Process templates of the region, which its staff look after.',
  })
  region?: Region | null;

  @One(() => ProcessTemplate, {
    description: 'The template from which it was copied; null when it was made anew (WFL-03).',
    nullable: true,
    inverse: 'copies',
    inverseDescription: 'Templates that were copied from it.',
  })
  origin?: ProcessTemplate | null;

  @Int({
    description: 'Counts the changes of what is said above, from 1; a change names the one that it saw.',
    access: 'slow',
  })
  version: number = 1;
}
