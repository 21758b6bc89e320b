import { Bool, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { OperationalAgreement } from './operational-agreement.js';
import { ProcessTemplate } from './process-template.js';

@Noun({ tag: 'wi', root: false, description: 'A limit of an operational level agreement (WFL-72).' })
export class OperationalLimit extends Node {
  @One(() => OperationalAgreement, {
    description: 'The agreement.',
    inverse: 'limits',
    inverseDescription: 'Its limits.',
  })
  agreement!: OperationalAgreement;

  @One(() => ProcessTemplate, {
    description: 'Only instances of this template; null for all.',
    nullable: true,
    inverse: 'operationalLimits',
    inverseDescription: 'Limits of agreements between units for its instances.',
  })
  template?: ProcessTemplate | null;

  @Text({ description: 'Code of the step; null for the whole process.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @Int({ description: 'Minutes.', access: 'slow' })
  minutes!: number;

  @Bool({ description: "Whether only the working time of the operator's calendar counts (WFL-58)." })
  workingTime!: boolean;

  @Int({ description: 'Minutes before the limit at which a warning is raised; null for none.', nullable: true })
  warnMinutes?: number | null;
}
