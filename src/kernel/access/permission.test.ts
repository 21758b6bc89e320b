/** @isolated: it declares permissions of its own. */
import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../errors/refusal.js';
import type { Caller, PermissionScope } from './caller.js';
import { misuseOf, type PermissionUse, refuseMisuse } from './permission-use.js';
import { actingUnder, holds, mayManageCommon, mayManageUnit } from './permission.js';
import { allow, allowEveryone, allowSignedIn, mayRun } from './policy.js';

allow({ thingPay: ['STAFF'], thingTell: ['STAFF', 'CUSTOMER'] });
allowEveryone('thingEnter');
allowSignedIn('thingLeave');

const staff = (extra: Partial<Caller> = {}): Caller => ({
  kind: 'STAFF',
  subject: 'g1',
  name: 'G',
  regionIds: ['r1', 'r2'],
  organisationPath: '/HQ/P44/',
  ...extra,
});

describe('permissions', () => {
  test('SYS-25 staff run what they hold; without a list of permissions the kind decides', () => {
    expect(mayRun('thingPay', staff({ permissions: new Set(['thingPay']) }))).toBe(true);
    expect(mayRun('thingPay', staff({ permissions: new Set(['thingTell']) }))).toBe(false);
    expect(mayRun('thingPay', staff())).toBe(true);
    expect(mayRun('thingPay', { ...staff(), kind: 'CUSTOMER' })).toBe(false);
  });

  test('a key limits a system and a partner, and holding a permission makes nobody another kind of caller', () => {
    const system: Caller = { kind: 'SYSTEM', subject: 's', name: 's', regionIds: [] };
    expect([mayRun('thingPay', system), mayRun('thingPay', { ...system, permissions: new Set() })]).toEqual([
      true,
      false,
    ]);
    expect(mayRun('thingPay', { ...system, kind: 'PARTNER', permissions: new Set(['thingPay']) })).toBe(false);
  });

  test('everyone may enter, and whoever is signed in may leave', () => {
    const nobody: Caller = {
      kind: 'PARTNER',
      subject: 'anonymous',
      name: 'A',
      anonymous: true,
      regionIds: [],
      permissions: new Set(),
    };
    expect([mayRun('thingEnter', nobody), mayRun('thingLeave', nobody), mayRun('thingTell', nobody)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(mayRun('thingLeave', staff({ permissions: new Set() }))).toBe(true);
  });

  test('SYS-27 an operation acts in the regions and units of its grants', () => {
    const scopes = new Map([
      ['thingPay', [{ regionIds: ['r1'], organisationPath: '/HQ/P44/H1/' }, { regionIds: ['r9'] }]],
    ]);
    const acting = actingUnder(staff({ scopes }), 'thingPay');
    expect(acting.regionIds).toEqual(['r1']);
    const manages = (path: string) => mayManageUnit(acting, { id: 'x', path });
    expect([manages('/HQ/P44/H1/T/'), manages('/HQ/P44/'), manages('/HQ/P51/')]).toEqual([true, true, false]);
    expect(actingUnder(staff({ scopes }), 'thingTell').regionIds).toEqual(['r1', 'r2']);
  });

  test('SYS-06 who stands at the root looks after what is common', () => {
    expect([
      mayManageCommon(staff()),
      mayManageCommon(staff({ organisationPath: '/HQ/' })),
      mayManageCommon(staff({ organisationPath: undefined })),
    ]).toEqual([false, true, false]);
    expect(
      mayManageUnit(staff({ organisationPath: undefined, organisationIds: ['u1'] }), { id: 'u1', path: '/X/' }),
    ).toBe(true);
  });

  const used = (scopes: PermissionScope[]) => {
    const caller = actingUnder(staff({ scopes: new Map([['thingPay', scopes]]) }), 'thingPay');
    return (use: PermissionUse) => misuseOf(caller, use)?.code;
  };

  test('SYS-52 money is covered up to the highest limit that holds in the region', () => {
    const use = used([
      { limit: '100', regionIds: ['r1'] },
      { limit: '1000', regionIds: ['r2'] },
    ]);
    expect(use({ regionId: 'r1', amount: '100' })).toBeUndefined();
    expect(use({ regionId: 'r1', amount: '-100.01' })).toBe('LIMIT_EXCEEDED');
    expect(use({ regionId: 'r2', amount: '100.01' })).toBeUndefined();
    expect([use({ amount: '1000' }), use({ regionId: null, amount: '1' })]).toEqual([undefined, 'OUT_OF_SCOPE']);
    const open = used([{ limit: '100' }, { regionIds: ['r1'] }]);
    expect([open({ regionId: 'r1', amount: '1e9' }), open({ regionId: 'r2', amount: '1e9' })]).toEqual([
      undefined,
      'LIMIT_EXCEEDED',
    ]);
  });

  test('SYS-52 region, product and money are covered by one grant, not by several together', () => {
    const use = used([{ limit: '1000', productLineIds: ['broadband'] }, { limit: '100' }]);
    expect(use({ productLineId: 'broadband', amount: '500' })).toBeUndefined();
    expect(use({ productLineId: 'mobile', amount: '500' })).toBe('LIMIT_EXCEEDED');
    const narrow = used([{ productLineIds: ['broadband'], regionIds: ['r1'] }]);
    expect([
      narrow({ productLineId: 'mobile', regionId: 'r1' }),
      narrow({ productLineId: 'broadband', regionId: 'r2' }),
      narrow({ productLineId: null }),
    ]).toEqual(['OUT_OF_SCOPE', 'OUT_OF_SCOPE', 'OUT_OF_SCOPE']);
    expect(misuseOf(staff(), { productLineId: 'mobile', amount: '1e9' })).toBeUndefined();
    expect(() => refuseMisuse(staff({ acting: [{ limit: '1' }] }), { amount: '2' }, ['input', 'amount'])).toThrow(
      Refusal,
    );
  });

  test('named permissions are held by staff without a list, and by nobody outside who was not given them', () => {
    expect([holds(staff(), 'x.read'), holds(staff({ permissions: new Set() }), 'x.read')]).toEqual([true, false]);
    expect(holds({ kind: 'CUSTOMER' }, 'x.read')).toBe(false);
  });
});
