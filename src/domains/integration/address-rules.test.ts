import { isPublicAddress } from './address-rules.js';
import { publicLookup } from './send.js';
import { targetFault } from './target.js';
import { typeTest } from './type-pattern.js';

describe('addresses', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:a00:1::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('are refused after a name was resolved, and the connection would go to none', async () => {
    const resolve = (name: string) =>
      new Promise((done) =>
        publicLookup(name, { all: true }, (error, addresses) => done({ error: error?.message, addresses })),
      );
    expect(await resolve('localhost')).toEqual({
      error: 'localhost stands for an address that is not public.',
      addresses: [],
    });
  });
});

describe('targets', () => {
  const rules = { allowHttp: false, allowPrivate: ['10.0.0.7', 'hooks.internal'] };

  it('may be private and without encryption only where the operator says so', () => {
    expect(targetFault('http://10.0.0.7:8080/x', rules)).toBeUndefined();
    expect(targetFault('https://hooks.internal/x', rules)).toBeUndefined();
    expect(targetFault('https://10.0.0.8/x', rules)?.code).toBe('TARGET_FORBIDDEN');
    expect(targetFault('https://hooks.example.com/x', rules)).toBeUndefined();
    expect(targetFault('http://hooks.example.com/x', rules)?.code).toBe('NOT_ENCRYPTED');
    expect(targetFault('http://hooks.example.com/x', { ...rules, allowHttp: true })).toBeUndefined();
    expect(targetFault('http://127.0.0.1/x', { ...rules, allowHttp: true })?.code).toBe('TARGET_FORBIDDEN');
  });
});

describe('type patterns', () => {
  it.each([
    ['*', 'order.status.changed', true],
    ['order.*', 'order.status.changed', true],
    ['order.*', 'reorder.made', false],
    ['*.status.changed', 'order.status.changed', true],
    ['order.status.changed', 'order.status.changed', true],
    ['order.status.changed', 'orderXstatus.changed', false],
    ['order', 'order.made', false],
  ])('%s fits %s: %s', (pattern, type, fits) => {
    expect(typeTest(['nothing', pattern])(type)).toBe(fits);
  });
});
