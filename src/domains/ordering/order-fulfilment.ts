import { automatic, type StandardProcess, days, hours, words, yesNo } from '../process/index.js';

/** Handlers of the steps of an order; an operator's own template names those that it needs, with steps of its own between them. */
export const OrderWork = {
  /** Waits until services in flight on the same instances have ended (ORD-10). */
  turn: 'order.turn',
  /** Checks the instances and whether a rule demands a reviewer: `verdict` is APPROVED, REVIEW or RETURNED (ORD-77). */
  check: 'order.check',
  /** Has the order approved by a person: `verdict` is APPROVED or RETURNED (ORD-78, ORD-79). */
  review: 'order.review',
  /** Who supervises the desk corrects what came back: `next` is CHECK, FULFIL or WAIT (ORD-93…96). */
  correct: 'order.correct',
  /** A clerk asks the customer what to do about a lack: `next` likewise (ORD-94). */
  notify: 'order.notify',
  /** Waits for a resource of the operator (ORD-100). */
  wait: 'order.wait',
  /** Cancels the order as its customer wanted it for a lack of resources; `tried` is true then (ORD-31). */
  cancel: 'order.cancel',
  /** Splits the order into service orders, which wait for `fulfil`: `verdict` is APPROVED or RETURNED (ORD-80). */
  decompose: 'order.decompose',
  /**
   * Provisioning does the service orders, a task for each: `outcome` is DONE, RETURNED, or for a lack what the customer chose: CANCEL, WAIT
   * or NOTIFY (ORD-161, ORD-162, WFL-67).
   */
  fulfil: 'order.fulfil',
  /** Completes the order (ORD-88). */
  complete: 'order.complete',
} as const;

const next = [words('next', 'CHECK, FULFIL or WAIT.')];
const verdict = [words('verdict', 'APPROVED, REVIEW or RETURNED.')];

/** How an order is carried out while an operator has published nothing else (ORD-77…92, WFL-67). */
export const orderFulfilment: StandardProcess = {
  code: 'ORDER_FULFILMENT',
  name: '订单履行',
  ...{ functionalDomain: 'ordering', objectType: 'Order' },
  variables: [
    words('verdict', 'What the check, the review or the decomposition said.'),
    words('next', 'Where the order goes after it came back: CHECK, FULFIL, WAIT or AGAIN.'),
    words('outcome', 'What became of the service orders: DONE, RETURNED, CANCEL, WAIT or NOTIFY.'),
    { ...yesNo('tried', 'Whether it was to be cancelled already.'), required: false },
  ],
  steps: [
    automatic('turn', '等待在途业务', OrderWork.turn),
    automatic('check', '订单检查', OrderWork.check, { outputs: verdict }),
    automatic('review', '订单审核', OrderWork.review, { outputs: verdict }),
    automatic('correct', '退单处理', OrderWork.correct, {
      outputs: next,
      timeLimits: [{ minutes: days(2), workingTime: true }],
    }),
    automatic('notify', '缺资源联系客户', OrderWork.notify, {
      outputs: next,
      timeLimits: [{ minutes: days(1), workingTime: true }],
    }),
    automatic('wait', '待装', OrderWork.wait, { outputs: [words('next', 'FULFIL, or AGAIN.')] }),
    automatic('cancel', '缺资源撤单', OrderWork.cancel, {
      outputs: [yesNo('tried', 'Whether it was to be cancelled.')],
    }),
    automatic('decompose', '订单分解', OrderWork.decompose, { outputs: verdict }),
    automatic('fulfil', '开通施工', OrderWork.fulfil, {
      outputs: [words('outcome', 'DONE, RETURNED, CANCEL, WAIT or NOTIFY.')],
      // Provisioning works around the clock.
      timeLimits: [{ minutes: 7 * hours(24), workingTime: false }],
    }),
    automatic('complete', '订单竣工', OrderWork.complete),
  ],
  ways: {
    'check > review': 'verdict = "REVIEW"',
    'check > correct': 'verdict = "RETURNED"',
    'check > decompose': null,
    'review > correct': 'verdict = "RETURNED"',
    'review > decompose': null,
    'correct > fulfil': 'next = "FULFIL"',
    'correct > wait': 'next = "WAIT"',
    'correct > check': null,
    'notify > wait': 'next = "WAIT"',
    'notify > fulfil': null,
    // It is looked at again when provisioning has ended something else of the order.
    'wait > wait': 'next = "AGAIN"',
    'wait > fulfil': null,
    'cancel > correct': null,
    'decompose > correct': 'verdict = "RETURNED"',
    'decompose > fulfil': null,
    // What the customer has agreed to for a lack of resources is done without asking anybody, once.
    'fulfil > cancel': 'outcome = "CANCEL" and (tried = null or tried = false)',
    'fulfil > wait': 'outcome = "WAIT"',
    'fulfil > notify': 'outcome = "NOTIFY"',
    'fulfil > complete': 'outcome = "DONE"',
    'fulfil > correct': null,
  },
};
