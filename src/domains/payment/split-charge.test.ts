import { describe, expect, it } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { ShareType } from '../inventory/index.js';
import { type Share, splitCharge } from './split-charge.js';

const percent = (payer: string, value: string): Share => ({
  payer,
  type: ShareType.PERCENT,
  value: new Decimal(value),
});
const amount = (payer: string, value: string): Share => ({ payer, type: ShareType.AMOUNT, value: new Decimal(value) });
const split = (charge: string, shares: Share[], digits = 2) =>
  Object.fromEntries(
    splitCharge(new Decimal(charge), digits, shares, 'own').map((part) => [part.payer, part.amount.toString()]),
  );

/** Up to six shares: amounts of money, and percentages that make at most 100 together. */
const someShares = fc
  .array(
    fc.record({ type: fc.constantFrom(...Object.values(ShareType)), value: fc.integer({ min: 0, max: 10_000 }) }),
    { maxLength: 6 },
  )
  .map((drawn) => {
    let left = 10_000;
    return drawn.map(({ type, value }, index): Share => {
      const part = type === ShareType.PERCENT ? Math.min(value, left) : value;
      if (type === ShareType.PERCENT) left -= part;
      return { payer: `p${index % 4}`, type, value: new Decimal(part).div(100) };
    });
  });
const coins = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('splitting a charge', () => {
  it('takes amounts first, then percentages of the rest, and the owner pays what is left', () => {
    expect(split('100', [amount('a', '30'), percent('b', '50')])).toEqual({ a: '30', b: '35', own: '35' });
    expect(split('20', [amount('a', '30'), percent('b', '50')])).toEqual({ a: '20' });
    expect(split('0.01', [percent('a', '50'), percent('b', '50')])).toEqual({ a: '0.01' });
    expect(split('100', [percent('a', '33.33'), percent('b', '33.33'), percent('c', '33.34')])).toEqual({
      a: '33.33',
      b: '33.33',
      c: '33.34',
    });
    expect(split('10', [percent('a', '33.333'), percent('b', '33.333'), percent('c', '33.334')])).toEqual({
      a: '3.33',
      b: '3.33',
      c: '3.34',
    });
    expect(split('-10', [percent('a', '25')])).toEqual({ a: '-2.5', own: '-7.5' });
    expect(split('101', [percent('a', '50')], 0)).toEqual({ a: '51', own: '50' });
    expect(split('0', [percent('a', '50')])).toEqual({});
  });

  it('MOD-41 takes an amount once in a bill period, in how many charges it ever comes, and gives it back with a credit', () => {
    const shares = [amount('a', '30'), amount('b', '15.5'), percent('c', '50')];
    const after = (before: string, charge: string) =>
      Object.fromEntries(
        splitCharge(new Decimal(charge), 2, shares, 'own', new Decimal(before)).map((part) => [
          part.payer,
          part.amount.toString(),
        ]),
      );
    expect(after('0', '20')).toEqual({ a: '20' });
    expect(after('20', '20')).toEqual({ a: '10', b: '10' });
    expect(after('40', '20')).toEqual({ b: '5.5', c: '7.25', own: '7.25' });
    expect(after('60', '20')).toEqual({ c: '10', own: '10' });
    expect(after('80', '-20')).toEqual({ c: '-10', own: '-10' });
    expect(after('40', '-20')).toEqual({ a: '-10', b: '-10' });
    expect(after('10', '-20')).toEqual({ a: '-20' });
  });

  it('MOD-41 splits charges one after the other as their sum, for amounts, and each exactly', () => {
    fc.assert(
      fc.property(coins, coins, someShares, (first, second, shares) => {
        const [before, charge] = [first, second].map((value) => new Decimal(value).div(100)) as [Decimal, Decimal];
        const parts = splitCharge(charge, 2, shares, 'own', before);
        const sum = parts.reduce((total, part) => total.plus(part.amount), new Decimal(0));
        expect(sum.toString()).toBe(charge.toString());
        for (const part of parts) expect(part.amount.isNegative()).toBe(charge.isNegative());
        const amounts = shares.filter(({ type }) => type === ShareType.AMOUNT);
        const together = new Map<string, Decimal>();
        for (const one of [splitCharge(before, 2, amounts, 'own'), splitCharge(charge, 2, amounts, 'own', before)])
          for (const part of one) together.set(part.payer, part.amount.plus(together.get(part.payer) ?? 0));
        const whole = splitCharge(before.plus(charge), 2, amounts, 'own').map(({ payer, amount: part }) => [
          payer,
          part.toString(),
        ]);
        expect(
          [...together]
            .filter(([, part]) => !part.isZero())
            .map(([payer, part]) => [payer, part.toString()])
            .toSorted(),
        ).toEqual(whole.toSorted());
      }),
    );
  });

  it('gives parts that add up to the charge exactly, whatever the shares', () => {
    fc.assert(
      fc.property(coins, someShares, fc.constantFrom(0, 2, 3), (charge, shares, digits) => {
        const whole = new Decimal(charge).div(new Decimal(10).pow(digits));
        const parts = splitCharge(whole, digits, shares, 'own');
        const sum = parts.reduce((total, part) => total.plus(part.amount), new Decimal(0));
        expect(sum.toString()).toBe(whole.toString());
        for (const part of parts) {
          expect(part.amount.decimalPlaces()).toBeLessThanOrEqual(digits);
          expect(part.amount.isNegative()).toBe(whole.isNegative());
        }
      }),
    );
  });

  it('is never a coin or more away from the exact percentage', () => {
    const percentages = someShares.map((shares) =>
      shares.filter(({ type }) => type === ShareType.PERCENT).map((share, index) => ({ ...share, payer: `q${index}` })),
    );
    fc.assert(
      fc.property(coins, percentages, (charge, shares) => {
        const whole = new Decimal(charge).div(100);
        const parts = new Map(splitCharge(whole, 2, shares, 'own').map((part) => [part.payer, part.amount]));
        for (const { payer, value } of shares) {
          const away = whole
            .times(value)
            .div(100)
            .minus(parts.get(payer) ?? 0)
            .abs();
          expect(away.lt('0.01')).toBe(true);
        }
      }),
    );
  });
});
