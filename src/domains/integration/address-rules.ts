import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are not the public Internet (IANA special-purpose registry, multicast and reserved ranges). */
const special4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Networks inside IPv6's global unicast range that lead elsewhere: tunnels that hide an IPv4 address, documentation. */
const special6: readonly [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const forbidden4 = new BlockList();
for (const [network, prefix] of special4) forbidden4.addSubnet(network, prefix, 'ipv4');
const forbidden6 = new BlockList();
for (const [network, prefix] of special6) forbidden6.addSubnet(network, prefix, 'ipv6');
const unicast6 = new BlockList();
unicast6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address belongs to the public Internet; private, loopback, link-local, unique-local, multicast and mapped ones do not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split('%', 1)[0]!;
  switch (isIP(bare)) {
    case 4:
      return !forbidden4.check(bare, 'ipv4');
    case 6:
      return unicast6.check(bare, 'ipv6') && !forbidden6.check(bare, 'ipv6');
    default:
      return false;
  }
}
