import { describe, expect, test } from '@jest/globals';
import { v7 } from '../../src/kernel/model/uuid.js';
import { Account, accountLifecycle, Customer } from '../../src/domains/customer/index.js';
import { Chronicle } from './chronicle.js';
import { copyText } from './copy-text.js';
import { LineBuffer } from './line-buffer.js';
import { Random } from './random.js';
import { seedId } from './seed-id.js';

const actor = { subject: 's1', name: 'Someone', kind: 'STAFF' } as const;
const scope = { customerId: v7(), regionId: v7(), correlationId: 'test' };
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

describe('random', () => {
  test('the same seed gives the same sequence, another seed another one', () => {
    const take = (random: Random) => Array.from({ length: 50 }, () => random.next());
    expect(take(new Random(7, 3))).toEqual(take(new Random(7, 3)));
    expect(take(new Random(7, 3))).not.toEqual(take(new Random(7, 4)));
  });

  test('whole numbers reach both bounds, weights are kept', () => {
    const random = new Random(1);
    const numbers = Array.from({ length: 2_000 }, () => random.int(3, 6));
    expect([...new Set(numbers)].sort()).toEqual([3, 4, 5, 6]);
    const often = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['a', 9],
        ['b', 1],
      ] as const),
    ).filter((each) => each === 'a');
    expect(often.length).toBeGreaterThan(8_700);
    expect(often.length).toBeLessThan(9_300);
  });
});

describe('keys', () => {
  test('a seeded key names its row and follows the customers', () => {
    const key = seedId(1, Customer, 0);
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seedId(1, Customer, 0)).toBe(key);
    const others = [seedId(2, Customer, 0), seedId(1, Account, 0), seedId(1, Customer, 1), seedId(1, Customer, 0, 1)];
    expect(new Set([key, ...others]).size).toBe(5);
    expect(seedId(1, Account, 9, 5) < seedId(1, Account, 10, 0)).toBe(true);
    expect(seedId(1, Account, 9, 5) < seedId(1, Account, 9, 6)).toBe(true);
  });
});

test('text for COPY keeps every character that PostgreSQL can hold', () => {
  expect(copyText('a\tb\nc\\N\r\u0000')).toBe('a\\tb\\nc\\\\N\\r');
  expect(copyText(['x', 'say "hi"', 'a\\b'])).toBe('{"x","say \\\\"hi\\\\"","a\\\\\\\\b"}');
  expect(copyText(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
});

describe('chronicle', () => {
  test('tells a life in the order of its moments', () => {
    const chronicle = new Chronicle(scope);
    const subject = v7();
    chronicle.fact('account.opened', Account, subject, { at: at(3), actor });
    const state = chronicle.life(accountLifecycle, Account, subject, { at: at(0), actor }, [
      { action: 'suspend', at: at(5), actor, reason: 'r' },
    ]);
    expect(state).toBe('SUSPENDED');
    const events = chronicle.finish((row) => `id-${row}`);
    expect(events.map(({ id, kind, from, to }) => [id, kind, from, to])).toEqual([
      ['id-0', 'STATE_CHANGE', null, 'IN_USE'],
      ['id-1', 'BUSINESS_FACT', null, null],
      ['id-2', 'STATE_CHANGE', 'IN_USE', 'SUSPENDED'],
    ]);
  });

  test('refuses what the life cycle does not allow', () => {
    const life = () =>
      new Chronicle(scope).life(accountLifecycle, Account, v7(), { at: at(0), actor }, [
        { action: 'resume', at: at(1), actor },
      ]);
    expect(life).toThrow('The life cycle account does not allow "resume" in state IN_USE.');
  });

  test('leaves out what is not kept', () => {
    const chronicle = new Chronicle({ ...scope, keeps: (noun, when) => noun === Customer || when >= at(5) });
    for (const noun of [Account, Customer]) chronicle.fact('x', noun, v7(), { at: at(1), actor });
    chronicle.fact('y', Account, v7(), { at: at(9), actor });
    expect(chronicle.finish(String).map(({ noun, type }) => `${noun.name} ${type}`)).toEqual([
      'Customer x',
      'Account y',
    ]);
  });
});

test('lines in one piece of memory keep their borders and every character', () => {
  const lines = new LineBuffer();
  const texts = Array.from({ length: 5_000 }, (_, number) => `${number} 客户 €é😀\n`);
  for (const text of texts) lines.add(text);
  expect(lines.count).toBe(5_000);
  expect(lines.whole().toString()).toBe(texts.join(''));
  expect(
    lines
      .with((line) => `#${line};`)
      .whole()
      .toString(),
  ).toBe(texts.map((text, line) => `${text}#${line};`).join(''));
});
