import { describeEnum, EnumOf, Int, Node, Noun, Text, TextList } from '../../kernel/model/index.js';

export enum ApplicabilityVariableStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  INVALID = 'INVALID',
}
describeEnum(
  ApplicabilityVariableStatus,
  'ApplicabilityVariableStatus',
  'State of a variable of conditions (WFL-06).',
  {
    DRAFT: 'Nobody else has approved it yet; no condition may name it.',
    PUBLISHED: 'Approved: conditions may name it, and every change of it waits for approval.',
    INVALID: 'Taken out of use for good; no condition may name it.',
  },
);

export enum ApplicabilityVariableType {
  STRING = 'STRING',
  NUMBER = 'NUMBER',
  BOOLEAN = 'BOOLEAN',
  DATE = 'DATE',
  ENUMERATION = 'ENUMERATION',
  LIST = 'LIST',
}
describeEnum(ApplicabilityVariableType, 'ApplicabilityVariableType', 'Type of the values of a variable (WFL-06).', {
  STRING: 'A text.',
  NUMBER: 'A number.',
  BOOLEAN: 'True or false.',
  DATE: 'A calendar day, in FEEL `date("2026-01-31")`.',
  ENUMERATION: 'One of the texts in `allowedValues`.',
  LIST: 'A list, in FEEL asked by `list contains(…)`.',
});

export enum ApplicabilityResolverKind {
  GIVEN = 'GIVEN',
  PATH = 'PATH',
  CHARACTERISTIC = 'CHARACTERISTIC',
  EXPRESSION = 'EXPRESSION',
}
describeEnum(ApplicabilityResolverKind, 'ApplicabilityResolverKind', 'Where a variable gets its value (WFL-06).', {
  GIVEN: 'Whoever starts the process hands it over, by the name in `resolver`.',
  PATH: 'A field of the object, or of what it refers to: `resolver` is a path such as `customer.serviceLevel`.',
  CHARACTERISTIC:
    'A characteristic of the object, or of what it refers to: `resolver` is its name, behind the path to what has it, such as `product.bandwidth`.',
  EXPRESSION:
    'FEEL in `resolver` over `object` with its fields, `variables` with what was handed over, `objectType`, `handlingGrade` and `region`.',
});

@Noun({
  tag: 'jv',
  description:
    'A variable that conditions for the choice of process templates may name (条件变量, WFL-06): of which type it is, for which kinds of objects, and how its value is found for one. What a start gives under a name such as `customerType` goes before.',
})
export class ApplicabilityVariable extends Node {
  @Text({ description: 'Name by which conditions name it, such as `customerSegment`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.', access: 'search' })
  name!: string;

  @Text({ description: 'What it says, with its unit; null when its name says it.', nullable: true, max: 1000 })
  description?: string | null;

  @EnumOf(() => ApplicabilityVariableType, { description: 'Type of its values.' })
  type!: ApplicabilityVariableType;

  @TextList({ description: 'All values that it can have, for ENUMERATION; else empty.' })
  allowedValues: string[] = [];

  @TextList({ description: 'Types of the objects for which it is, such as `Order`; empty for all.' })
  objectTypes: string[] = [];

  @EnumOf(() => ApplicabilityResolverKind, { description: 'Where its value comes from.' })
  resolverKind!: ApplicabilityResolverKind;

  @Text({ description: 'Path, name or FEEL by which its value is found, as `resolverKind` says.', max: 4000 })
  resolver!: string;

  @EnumOf(() => ApplicabilityVariableStatus, {
    description: 'State; changes only through its life cycle.',
    access: 'btree',
  })
  status!: ApplicabilityVariableStatus;

  @Int({ description: 'Counts its changes, from 1; a change names the one that it saw.', access: 'slow' })
  version: number = 1;

  @Text({ description: 'Who wrote it last, and so does not approve it.', max: 100, access: 'slow' })
  configuredBy!: string;
}
