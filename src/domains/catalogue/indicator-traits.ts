import { describeEnum, EnumOf, Node, SharedFields, Text } from '../../kernel/model/index.js';

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

/** What both a standard indicator and one that is proposed as such say of what they measure. */
@SharedFields()
export abstract class IndicatorTraits extends Node {
  @Text({ description: 'Unit of its values, such as `%` or `h`.', max: 20 })
  unit!: string;

  @EnumOf(() => IndicatorClass, { description: 'What it measures.' })
  indicatorClass!: IndicatorClass;

  @EnumOf(() => IndicatorDirection, { description: 'Which values are good.' })
  direction!: IndicatorDirection;
}
