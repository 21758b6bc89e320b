import { describeEnum } from '../../kernel/model/index.js';

export enum InterventionKind {
  URGE = 'URGE',
  HOLD = 'HOLD',
  RESUME = 'RESUME',
  CHANGE = 'CHANGE',
  CANCEL = 'CANCEL',
  RESEND = 'RESEND',
}

describeEnum(InterventionKind, 'InterventionKind', 'What a supervisor asks of provisioning (WFL-73).', {
  URGE: 'To hurry.',
  HOLD: 'To stop the work until it is resumed.',
  RESUME: 'To go on with what it holds.',
  CHANGE: 'To set other characteristics than those it was given.',
  CANCEL: 'To give it up; the order is cancelled with all its service orders (ORD-62).',
  RESEND: 'To try again what it gave back; the order is sent again with all that came back (ORD-95).',
});

export enum InterventionStatus {
  REQUESTED = 'REQUESTED',
  ACCEPTED = 'ACCEPTED',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(InterventionStatus, 'InterventionStatus', 'State of an intervention (WFL-73).', {
  REQUESTED: 'Provisioning has not answered.',
  ACCEPTED: 'Provisioning will do it.',
  DONE: 'It has taken effect.',
  REFUSED: 'Provisioning does not do it, or its service order ended before.',
  WITHDRAWN: 'Whoever asked for it does not want it any more. It becomes DONE when provisioning had done it before.',
});

export enum InterventionAnswer {
  ACCEPTED = 'ACCEPTED',
  DONE = 'DONE',
  REFUSED = 'REFUSED',
}

describeEnum(InterventionAnswer, 'InterventionAnswer', 'What provisioning answers to an intervention (WFL-73).', {
  ACCEPTED: 'It will do it.',
  DONE: 'It has done it.',
  REFUSED: 'It does not do it.',
});
