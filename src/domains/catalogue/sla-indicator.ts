import { Bool, describeEnum, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';

export enum IndicatorDirection {
  HIGHER_BETTER = 'HIGHER_BETTER',
  LOWER_BETTER = 'LOWER_BETTER',
}

describeEnum(IndicatorDirection, 'IndicatorDirection', 'Which values of an indicator are good.', {
  HIGHER_BETTER: 'Higher is better, as with availability.',
  LOWER_BETTER: 'Lower is better, as with the time to repair.',
});

export enum IndicatorValueKind {
  DISCRETE = 'DISCRETE',
  CONTINUOUS = 'CONTINUOUS',
}

describeEnum(IndicatorValueKind, 'IndicatorValueKind', 'How the values of an indicator are limited (PRD-23).', {
  DISCRETE: 'A set of values.',
  CONTINUOUS: 'An interval.',
});

export enum IndicatorClass {
  PROVISIONING = 'PROVISIONING',
  AVAILABILITY = 'AVAILABILITY',
  REPAIR = 'REPAIR',
  QUALITY = 'QUALITY',
  SERVICE = 'SERVICE',
}

describeEnum(IndicatorClass, 'IndicatorClass', 'What an indicator measures.', {
  PROVISIONING: 'How fast and punctually a product is provided.',
  AVAILABILITY: 'How much of the time it works.',
  REPAIR: 'How fast a fault is repaired.',
  QUALITY: 'How well it works, such as packet loss.',
  SERVICE: 'How customers are served, such as the time to an answer.',
});

@Noun({
  tag: 'si',
  description: 'A measurable quality of a service, such as availability (PRD-22, TMF623, TMF657).',
})
export class SlaIndicator extends Node {
  @Text({ description: 'Code unique among indicators, such as `AVAILABILITY`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Text({ description: 'Unit of its values, such as `%` or `h`.', max: 20 })
  unit!: string;

  @EnumOf(() => IndicatorClass, { description: 'What it measures.' })
  indicatorClass!: IndicatorClass;

  @EnumOf(() => IndicatorDirection, { description: 'Which values are good.' })
  direction!: IndicatorDirection;

  @EnumOf(() => IndicatorValueKind, { description: 'How its values are limited (PRD-23).' })
  valueKind!: IndicatorValueKind;

  @Bool({ description: 'Whether it may be put into templates; what promises it already keeps it (PRD-22).' })
  active: boolean = true;
}
