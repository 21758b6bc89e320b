import { Bool, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@Noun({
  tag: 'wl',
  root: false,
  description: 'How long a process or one of its steps may take for a handling grade (WFL-16, WFL-17).',
})
export class ProcessTimeLimit extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version.',
    inverse: 'timeLimits',
    inverseDescription: 'Its time limits and those of its steps.',
  })
  version!: ProcessTemplateVersion;

  @Text({ description: 'Step; null for the whole process.', nullable: true, max: 60, access: 'slow' })
  step?: string | null;

  @Bool({
    description:
      'True for how long somebody may take to undo the step when it is rolled back; where there is none, that is as long as the step (WFL-43).',
  })
  compensates: boolean = false;

  @Int({ description: 'Place in its list, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Handling grade; null for any.', nullable: true, max: 60, access: 'slow' })
  grade?: string | null;

  @Int({ description: 'Minutes.', access: 'slow' })
  minutes!: number;

  @Bool({ description: "Whether only the working time of the operator's calendar counts (WFL-58)." })
  workingTime!: boolean;

  @Bool({ description: 'Whether the time counts in which the process is held (WFL-58).' })
  countsSuspension: boolean = false;

  @Int({ description: 'Minutes before the limit at which a warning is raised; null for none.', nullable: true })
  warnMinutes?: number | null;
}
