import { describe, expect, test } from '@jest/globals';
import { complaintLifecycle } from './complaint.lifecycle.js';
import { disputeLifecycle } from './dispute.lifecycle.js';
import { faultLifecycle } from './fault.lifecycle.js';
import { suggestionLifecycle } from './suggestion.lifecycle.js';
import { type TicketAction, TicketStatus as S } from './ticket-status.js';

interface Steps {
  definition: {
    initial: S;
    transitions: readonly { action: TicketAction; from: readonly S[]; to: S; who: readonly string[] }[];
  };
}
const kinds: [string, Steps][] = [
  ['fault', faultLifecycle],
  ['complaint', complaintLifecycle],
  ['suggestion', suggestionLifecycle],
  ['dispute', disputeLifecycle],
];

/** Where the steps lead from the first state, or the first step that is not possible. */
function walk({ definition }: Steps, ...actions: TicketAction[]): S[] | string {
  const states = [definition.initial];
  for (const action of actions) {
    const step = definition.transitions.find((each) => each.action === action && each.from.includes(states.at(-1)!));
    if (!step) return `${action} from ${states.at(-1)}`;
    states.push(step.to);
  }
  return states.slice(1);
}

describe('the common frame', () => {
  test.each(kinds)('TRB-07 TRB-10 TRB-15 holds for a %s', (_name, lifecycle) => {
    expect(walk(lifecycle, 'linkDuplicate', 'answer', 'close', 'archive')).toEqual([
      S.DUPLICATE_LINKED,
      S.ANSWERING,
      S.CLOSED,
      S.ARCHIVED,
    ]);
    expect(walk(lifecycle, 'linkDuplicate', 'answer', 'visitAgain', 'reopen')).toEqual([
      S.DUPLICATE_LINKED,
      S.ANSWERING,
      S.ANSWERING,
      S.CLASSIFIED,
    ]);
    expect(walk(lifecycle, 'classify', 'answer')).toBe('answer from CLASSIFIED');
    expect(walk(lifecycle, 'classify', 'close')).toBe('close from CLASSIFIED');
  });

  test.each(kinds)('every open state of a %s can be cancelled, no finished one can', (_name, { definition }) => {
    const cancellable = definition.transitions.find(({ action }) => action === 'cancel')!.from;
    const states = new Set(definition.transitions.flatMap(({ from, to }) => [...from, to]));
    for (const finished of [S.CLOSED, S.ARCHIVED, S.CANCELLED]) states.delete(finished);
    expect([...cancellable].sort()).toEqual([...states].sort());
  });

  test.each(kinds)('TRB-10 only the system archives a %s', (_name, { definition }) => {
    expect(definition.transitions.filter(({ action }) => action === 'archive')).toEqual([
      { action: 'archive', from: [S.CLOSED], to: S.ARCHIVED, who: [] },
    ]);
  });
});

describe('sub-flows', () => {
  test('TRB-36 TRB-37 TRB-38 TRB-43 a fault is confirmed, dispatched and repaired', () => {
    expect(walk(faultLifecycle, 'classify', 'confirm', 'dispatch', 'progress', 'repair', 'resolve', 'answer')).toEqual([
      S.CLASSIFIED,
      S.CONFIRMING,
      S.DISPATCHED,
      S.IN_PROCESS,
      S.REPAIRED,
      S.RESOLVED,
      S.ANSWERING,
    ]);
    expect(walk(faultLifecycle, 'classify', 'confirm', 'noFault')).toEqual([S.CLASSIFIED, S.CONFIRMING, S.RESOLVED]);
    expect(walk(faultLifecycle, 'classify', 'confirm', 'dispatch', 'progress', 'notRepaired', 'dispatch')).toHaveLength(
      6,
    );
    expect(walk(faultLifecycle, 'classify', 'dispatch')).toBe('dispatch from CLASSIFIED');
    expect(walk(faultLifecycle, 'classify', 'confirm', 'dispatch', 'repair')).toBe('repair from DISPATCHED');
  });

  test('TRB-34 only a fault can begin at the monitoring stage', () => {
    expect(walk(faultLifecycle, 'monitor', 'repair')).toEqual([S.IN_PROCESS, S.REPAIRED]);
    for (const [name, lifecycle] of kinds)
      if (name !== 'fault') expect(walk(lifecycle, 'monitor')).toBe('monitor from ACCEPTED');
  });

  test('TRB-21 TRB-23 a complaint needs a plan and the consent of the customer', () => {
    expect(
      walk(
        complaintLifecycle,
        'classify',
        'dispatch',
        'returnPlan',
        'askConsent',
        'refuse',
        'returnPlan',
        'askConsent',
        'agree',
        'resolve',
      ),
    ).toEqual([
      S.CLASSIFIED,
      S.DISPATCHED,
      S.PLAN_RETURNED,
      S.CONSENT_PENDING,
      S.DISPATCHED,
      S.PLAN_RETURNED,
      S.CONSENT_PENDING,
      S.EXECUTING,
      S.RESOLVED,
    ]);
    expect(walk(complaintLifecycle, 'classify', 'dispatch', 'returnPlan', 'resolve')).toBe(
      'resolve from PLAN_RETURNED',
    );
  });

  test('TRB-48 TRB-51 TRB-52 TRB-53 a dispute is verified; its solution is approved before the customer is asked', () => {
    expect(walk(disputeLifecycle, 'classify', 'verify', 'chargeRight')).toEqual([
      S.CLASSIFIED,
      S.VERIFYING,
      S.RESOLVED,
    ]);
    expect(
      walk(
        disputeLifecycle,
        'classify',
        'verify',
        'chargeWrong',
        'submitSolution',
        'reject',
        'submitSolution',
        'approve',
        'refuse',
      ),
    ).toHaveLength(8);
    expect(walk(disputeLifecycle, 'classify', 'verify', 'chargeWrong', 'submitSolution', 'agree')).toBe(
      'agree from APPROVAL_PENDING',
    );
  });

  test('TRB-68 a suggestion is evaluated by a department', () => {
    expect(walk(suggestionLifecycle, 'classify', 'dispatch', 'evaluate')).toEqual([
      S.CLASSIFIED,
      S.DISPATCHED,
      S.RESOLVED,
    ]);
  });

  test('customers take no steps but their own', () => {
    for (const [, { definition }] of kinds) {
      const own = new Set(
        definition.transitions.filter(({ who }) => who.includes('CUSTOMER')).map(({ action }) => action),
      );
      expect(
        [...own].filter(
          (action) =>
            ![
              'linkDuplicate',
              'classify',
              'answer',
              'visitAgain',
              'reopen',
              'close',
              'cancel',
              'agree',
              'refuse',
            ].includes(action),
        ),
      ).toEqual([]);
    }
  });
});
