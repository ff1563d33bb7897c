import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AddressRefused, ConnectFailed } from './connect-failure.ts';
import { createHostQueue } from './host-queue.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a host name, in the order to be tried. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/** Lookups at once: they block threads of libuv's pool, four by default, and one is left for decompression. */
const LOOKUPS = 3;

/** How long the addresses of a name may be used again, in milliseconds. */
const REMEMBERED = 10_000;

/** More names than this are forgotten altogether, so that redirects to ever new names take no memory. */
const MOST_NAMES = 5000;

const systemAddresses: Lookup = async (hostname) =>
  (await systemLookup(hostname, { all: true, order: 'verbatim' })).map(({ address }) => address);

/**
 * The checked addresses of a host name or IP literal (without brackets). Rejects with `AddressRefused` when any of
 * them is not public (unless `allowPrivate`), with `ConnectFailed` when there are none.
 */
export function createAddressBook(options: {
  allowPrivate: boolean;
  now: () => number;
  lookup?: Lookup;
}): Lookup {
  const lookup = options.lookup ?? systemAddresses;
  const queue = createHostQueue({ perKey: LOOKUPS, total: LOOKUPS });
  const known = new Map<string, { at: number; addresses: Promise<readonly string[]> }>();

  async function check(hostname: string): Promise<readonly string[]> {
    const addresses = isIP(hostname) ? [hostname] : await resolve(hostname);
    if (!options.allowPrivate && !addresses.every(isPublicAddress))
      throw new AddressRefused(`${hostname} is not on the public network`);
    return addresses;
  }

  async function resolve(hostname: string): Promise<readonly string[]> {
    const release = await queue.take([]);
    try {
      const addresses = await lookup(hostname);
      if (addresses.length === 0) throw new Error('no addresses');
      return addresses;
    } catch (cause) {
      throw new ConnectFailed('dns', `${hostname} has no address`, { cause });
    } finally {
      release();
    }
  }

  return (hostname) => {
    const now = options.now();
    const entry = known.get(hostname);
    if (entry && Math.abs(now - entry.at) < REMEMBERED) return entry.addresses;
    if (known.size >= MOST_NAMES) known.clear();
    const addresses = check(hostname);
    known.set(hostname, { at: now, addresses });
    addresses.catch(() => known.delete(hostname));
    return addresses;
  };
}
