import { describeEnum } from '../../kernel/model/index.js';

export enum OneStopScope {
  INTERNATIONAL = 'INTERNATIONAL',
  INTER_PROVINCE = 'INTER_PROVINCE',
  INTRA_PROVINCE = 'INTRA_PROVINCE',
}

describeEnum(OneStopScope, 'OneStopScope', 'Over which borders one-stop business goes (WFL-74, OST-68).', {
  INTERNATIONAL: 'An end lies abroad.',
  INTER_PROVINCE: 'Its ends lie in several provinces.',
  INTRA_PROVINCE: 'Its ends lie in several local networks of one province.',
});

export enum OneStopStage {
  REQUIREMENT = 'REQUIREMENT',
  PRODUCTION = 'PRODUCTION',
  DELIVERY = 'DELIVERY',
  PROJECT = 'PROJECT',
}

describeEnum(OneStopStage, 'OneStopStage', 'What a task of one-stop business belongs to (WFL-74, OST-69).', {
  REQUIREMENT: 'Requirement management: what the customer needs.',
  PRODUCTION: 'Production dispatch: who makes it, and what stands in its way.',
  DELIVERY: 'Delivery monitoring: how far provisioning is.',
  PROJECT: 'Project management: all that holds it together.',
});

export enum OneStopCaseStatus {
  OPEN = 'OPEN',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

describeEnum(OneStopCaseStatus, 'OneStopCaseStatus', 'State of a one-stop case (WFL-74).', {
  OPEN: 'Units work on it.',
  COMPLETED: 'Everything is done.',
  CANCELLED: 'Given up, with a reason.',
});

export enum OneStopTaskStatus {
  OPEN = 'OPEN',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
}

describeEnum(OneStopTaskStatus, 'OneStopTaskStatus', 'State of a task between units (WFL-74).', {
  OPEN: 'A unit has it.',
  DONE: 'It is done.',
  CANCELLED: 'Given up with its case.',
});

export enum OneStopEntryKind {
  COORDINATION = 'COORDINATION',
  ORDER = 'ORDER',
}

describeEnum(OneStopEntryKind, 'OneStopEntryKind', 'Where a task in the list of one-stop staff comes from (WFL-74).', {
  COORDINATION: 'One unit gave it to another.',
  ORDER: 'The process of the order has it.',
});
