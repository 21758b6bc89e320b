import { ExceptionCause, type OrderStep, type ServiceOrderStep } from '../../../src/domains/ordering/index.js';

/** How an order ends, or where it stands: the steps that it and each of its service orders have taken. */
export interface Outcome {
  orderSteps: readonly OrderStep[];
  /** Steps of the service orders; undefined when it was not split yet. */
  serviceOrderSteps: readonly ServiceOrderStep[] | undefined;
  /** Why it was returned, if it was. */
  cause?: ExceptionCause;
}

const approved = ['submit', 'approveByRule', 'provision'] as const;
const failed = [...approved, 'fail'] as const;
const returned = ['dispatch', 'start', 'return'] as const;

export const COMPLETED: Outcome = {
  orderSteps: [...approved, 'complete'],
  serviceOrderSteps: ['dispatch', 'start', 'complete'],
};
const dispatched: Outcome = { orderSteps: approved, serviceOrderSteps: ['dispatch'] };
const inProgress: Outcome = { orderSteps: approved, serviceOrderSteps: ['dispatch', 'start'] };
const exception: Outcome = { orderSteps: failed, serviceOrderSteps: returned, cause: ExceptionCause.TECHNICAL };
const waiting: Outcome = {
  orderSteps: [...failed, 'waitInstall'],
  serviceOrderSteps: [...returned, 'waitInstall'],
  cause: ExceptionCause.RESOURCE,
};
const deferred: Outcome = {
  orderSteps: [...failed, 'defer'],
  serviceOrderSteps: [...returned, 'defer'],
  cause: ExceptionCause.CUSTOMER,
};

/** Where an order that buys something and is not done may stand: its instances exist. */
export const openInstalls: readonly (readonly [Outcome, number])[] = [
  [dispatched, 3],
  [inProgress, 8],
  [exception, 1],
  [waiting, 2],
  [deferred, 1],
];

/** Where an order that changes what is there may stand. */
export const openChanges: readonly (readonly [Outcome, number])[] = [
  ...openInstalls,
  [{ orderSteps: [], serviceOrderSteps: undefined }, 0.5],
  [{ orderSteps: ['acceptInAdvance'], serviceOrderSteps: undefined }, 0.5],
  [{ orderSteps: ['submit'], serviceOrderSteps: undefined }, 2],
  [{ orderSteps: ['submit', 'return'], serviceOrderSteps: undefined, cause: ExceptionCause.REVIEW }, 0.5],
  [{ orderSteps: ['submit', 'withdraw'], serviceOrderSteps: undefined }, 2],
  [{ orderSteps: [...approved, 'requestChange'], serviceOrderSteps: ['dispatch', 'start', 'requestChange'] }, 0.5],
  [{ orderSteps: [...approved, 'requestCancel'], serviceOrderSteps: ['dispatch', 'start', 'requestCancel'] }, 0.7],
  [
    {
      orderSteps: [...approved, 'requestCancel', 'confirmCancel'],
      serviceOrderSteps: ['dispatch', 'start', 'requestCancel', 'cancel'],
    },
    1,
  ],
];
