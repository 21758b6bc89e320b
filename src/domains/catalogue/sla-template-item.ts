import { DecimalNumber, Node, Noun, One, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplate } from './sla-template.js';

@UniqueTogether(['template', 'indicator'])
@Noun({ tag: 'sy', root: false, description: 'An indicator of an SLA template with its allowed range (PRD-23).' })
export class SlaTemplateItem extends Node {
  @One(() => SlaTemplate, {
    description: 'Template that the item belongs to.',
    inverse: 'items',
    inverseDescription: 'Indicators of the template with their ranges.',
  })
  template!: SlaTemplate;

  @One(() => SlaIndicator, {
    description: 'The indicator.',
    inverse: 'templateItems',
    inverseDescription: 'Templates that use the indicator.',
  })
  indicator!: SlaIndicator;

  @DecimalNumber({
    description: 'Smallest value allowed, for a CONTINUOUS indicator; null for no bound.',
    nullable: true,
  })
  min?: string | null;

  @DecimalNumber({
    description: 'Largest value allowed, for a CONTINUOUS indicator; null for no bound.',
    nullable: true,
  })
  max?: string | null;

  @TextList({ description: 'Values allowed, for a DISCRETE indicator; decimal numbers as text.' })
  allowedValues: string[] = [];
}
