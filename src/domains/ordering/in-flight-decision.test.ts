import { CustomerServiceType as A, ServiceConflict as C } from '../catalogue/index.js';
import { decideInFlight } from './in-flight-decision.js';

describe('what a service in flight means for another one', () => {
  test.each([
    [A.REMOVE, A.MOVE, C.REJECT],
    [A.MOVE, A.TRANSFER, C.WAIT],
    [A.MOVE, A.REMOVE, C.OVERRIDE],
  ])('ORD-10 %s in flight, %s requested: %s', (running, requested, decision) => {
    expect(decideInFlight([], running, requested)).toBe(decision);
  });

  test('ORD-10 rejects the same service again, and anything while the instance is being removed', () => {
    for (const service of Object.values(A)) {
      expect(decideInFlight([], service, service)).toBe(C.REJECT);
      expect(decideInFlight([], A.REMOVE, service)).toBe(C.REJECT);
    }
  });

  test('ORD-10 lets any other pair wait', () => {
    expect(decideInFlight([], A.INSTALL, A.CHANGE)).toBe(C.WAIT);
    expect(decideInFlight([], A.SUSPEND, A.RESUME)).toBe(C.WAIT);
  });

  test('ORD-10 follows the rule of the product before the usual one', () => {
    const rules = [{ running: A.MOVE, requested: A.REMOVE, decision: C.ALLOW }];
    expect(decideInFlight(rules, A.MOVE, A.REMOVE)).toBe(C.ALLOW);
    expect(decideInFlight(rules, A.REMOVE, A.MOVE)).toBe(C.REJECT);
  });
});
