import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { ServiceOrder } from './service-order.js';

export enum ReportState {
  ACCEPTED = 'ACCEPTED',
  IN_PROGRESS = 'IN_PROGRESS',
  COMPLETED = 'COMPLETED',
  RETURNED = 'RETURNED',
}

describeEnum(ReportState, 'ReportState', 'What provisioning reports about a service order (ORD-162).', {
  ACCEPTED: 'It has been taken.',
  IN_PROGRESS: 'It is being worked on; the percentage says how far.',
  COMPLETED: 'It is done.',
  RETURNED: 'It cannot be done as it is; the cause says why.',
});

@UniqueTogether(['serviceOrder', 'reportId'])
@Noun({
  tag: 'sv',
  root: false,
  description: 'A report of the system that provisions, as it came, whether it was applied or came too late (ORD-162).',
})
export class ServiceOrderReport extends Node {
  @One(() => ServiceOrder, {
    description: 'What it is about.',
    inverse: 'reports',
    inverseDescription: 'Reports of provisioning, in the order of their arrival.',
  })
  serviceOrder!: ServiceOrder;

  @Text({
    description: 'Id that the reporting system gave; a second report with the same id changes nothing.',
    max: 100,
  })
  reportId!: string;

  @Text({ description: 'Reference of the reporting system.', max: 100 })
  externalRef!: string;

  @EnumOf(() => ReportState, { description: 'What it says.' })
  state!: ReportState;

  @Int({ description: 'How far the work is, in percent.' })
  percent!: number;

  @Instant({ description: 'When it happened, by the clock of the reporting system.', access: 'slow' })
  reportedAt!: Date;

  @Bool({
    description: 'False when it came too late to change anything: later news was known, or the attempt was over.',
  })
  applied!: boolean;
}
