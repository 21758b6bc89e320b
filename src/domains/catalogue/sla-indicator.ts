import { Bool, EnumOf, Noun, Text } from '../../kernel/model/index.js';
import { IndicatorTraits, IndicatorValueKind } from './indicator-traits.js';

@Noun({
  tag: 'si',
  description: 'A measurable quality of a service, such as availability (PRD-22, TMF623, TMF657).',
})
export class SlaIndicator extends IndicatorTraits {
  @Text({ description: 'Code unique among indicators, such as `AVAILABILITY`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => IndicatorValueKind, { description: 'How its values are limited (PRD-23).' })
  valueKind!: IndicatorValueKind;

  @Bool({ description: 'Whether it may be put into templates; what promises it already keeps it (PRD-22).' })
  active: boolean = true;
}
