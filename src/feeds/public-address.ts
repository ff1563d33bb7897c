import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Range<Address> = readonly [Address, number];

const v4 = (cidr: string): Range<ipaddr.IPv4> => ipaddr.IPv4.parseCIDR(cidr);
const v6 = (cidr: string): Range<ipaddr.IPv6> => ipaddr.IPv6.parseCIDR(cidr);

/** IPv4 that is not somebody's public host: IANA's special-purpose registry, multicast and the reserved rest. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(v4);

/** The one block of IPv6 from which public hosts are numbered … */
const UNICAST_V6 = v6('2000::/3');

/** … less protocol assignments (Teredo among them), 6to4 and the two documentation blocks. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map(v6);

/**
 * Whether an IP address in its usual notation is a public host. IPv6 goes by an allow-list, so that notations which
 * carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo) and zones are never public. Names are not.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4: {
      const ip = ipaddr.IPv4.parse(address);
      return !SPECIAL_V4.some((range) => ip.match(range[0], range[1]));
    }
    case 6: {
      if (address.includes('%')) return false;
      const ip = ipaddr.IPv6.parse(address);
      return (
        ip.match(UNICAST_V6[0], UNICAST_V6[1]) && !SPECIAL_V6.some((range) => ip.match(range[0], range[1]))
      );
    }
    default:
      return false;
  }
}
