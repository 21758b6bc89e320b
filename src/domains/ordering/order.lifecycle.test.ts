import { OrderStatus as S } from './order.enums.js';
import { orderLifecycle } from './order.lifecycle.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { serviceOrderLifecycle } from './service-order.lifecycle.js';

const { transitions, final } = orderLifecycle.definition;
const targets = (from: S) => new Set(transitions.filter((step) => step.from.includes(from)).map((step) => step.to));

describe('life cycle of an order', () => {
  // The table of the requirements; the steps beyond it let what has not reached provisioning be withdrawn or given back, and its process go back before that (WFL-43).
  test.each<[S, S[]]>([
    [S.DRAFT, [S.PENDING_REVIEW, S.PRE_ACCEPTED, S.WAITING_CONFLICT, S.CANCELLED]],
    [S.WAITING_CONFLICT, [S.PENDING_REVIEW, S.CANCELLED]],
    [S.PRE_ACCEPTED, [S.PENDING_REVIEW, S.CANCELLED]],
    [S.PENDING_REVIEW, [S.APPROVED, S.EXCEPTION, S.CANCELLED]],
    [S.APPROVED, [S.IN_PROVISIONING, S.EXCEPTION, S.CANCELLED, S.PENDING_REVIEW]],
    [
      S.IN_PROVISIONING,
      [S.APPROVED, S.EXCEPTION, S.DEFERRED, S.WAITING_INSTALL, S.COMPLETED, S.CHANGE_PENDING, S.CANCEL_PENDING],
    ],
    [S.EXCEPTION, [S.PENDING_REVIEW, S.IN_PROVISIONING, S.DEFERRED, S.WAITING_INSTALL, S.CANCEL_PENDING]],
    [S.CHANGE_PENDING, [S.IN_PROVISIONING]],
    [S.CANCEL_PENDING, [S.IN_PROVISIONING, S.CANCELLED]],
    [S.DEFERRED, [S.IN_PROVISIONING, S.CANCELLED]],
    [S.WAITING_INSTALL, [S.IN_PROVISIONING, S.CANCELLED]],
    [S.COMPLETED, []],
    [S.CANCELLED, []],
  ])('from %s', (from, expected) => {
    expect(targets(from)).toEqual(new Set(expected));
  });

  test('only the system approves by rule, provisions and completes', () => {
    for (const action of ['approveByRule', 'provision', 'complete', 'fail', 'confirmCancel', 'refuseCancel']) {
      const step = transitions.find((candidate) => candidate.action === action)!;
      expect([action, step.who.includes('CUSTOMER') && action !== 'confirmCancel']).toEqual([action, false]);
    }
    expect(final).toEqual([S.COMPLETED, S.CANCELLED]);
  });
});

describe('life cycle of a service order', () => {
  test('what is done or cancelled stays so', () => {
    expect(serviceOrderLifecycle.actionsFrom(ServiceOrderStatus.COMPLETED)).toEqual([]);
    expect(serviceOrderLifecycle.actionsFrom(ServiceOrderStatus.CANCELLED)).toEqual([]);
  });

  test('a returned one is sent again, postponed, kept waiting or cancelled', () => {
    expect(new Set(serviceOrderLifecycle.actionsFrom(ServiceOrderStatus.RETURNED))).toEqual(
      new Set(['resend', 'defer', 'waitInstall', 'cancel']),
    );
  });
});
