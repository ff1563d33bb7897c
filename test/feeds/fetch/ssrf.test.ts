import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Dial } from '../../../src/feeds/guarded-connect.ts';
import { failure, listening, NOW, openFetcher, serve, text } from './loopback.ts';

/** A public address that tests pretend to own; nothing is ever sent to it. */
const PUBLIC = '93.184.215.14';
const PUBLIC_V6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';

/** A listener on every loopback address that must see no connection. */
async function openCanary() {
  let seen = 0;
  const server = createServer((socket) => {
    seen += 1;
    socket.on('error', () => {}).end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
  });
  const port = await listening(server, '::').catch(() => listening(server, '0.0.0.0'));
  onTestFinished(() => {
    server.close();
  });
  return { port, seen: () => seen };
}

/** Dials what it is told, except that the public address is played by a server on loopback. */
function dialer(frontPort = 0) {
  const dialed: string[] = [];
  const dial: Dial = ({ host, port }) => {
    dialed.push(host);
    return host === PUBLIC ? connect({ host: '127.0.0.1', port: frontPort }) : connect({ host, port });
  };
  return { dial, dialed };
}

const NAMES: Record<string, readonly string[]> = {
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'home.test': ['127.0.0.1'],
  'home6.test': ['::1'],
  'mapped.test': ['::ffff:127.0.0.1'],
  'both.test': [PUBLIC, '127.0.0.1'],
  'both-turned.test': ['127.0.0.1', PUBLIC],
  'both-families.test': [PUBLIC_V6, '10.0.0.1'],
  'metadata.test': ['169.254.169.254'],
  'unspecified.test': ['0.0.0.0'],
  'garbage.test': ['not an address'],
  'public.test': [PUBLIC],
};

const lookup = async (name: string) => {
  const addresses = NAMES[name];
  if (!addresses) throw new Error('ENOTFOUND');
  return addresses;
};

/** Hosts in every notation that reaches, or once reached, a private address somewhere. */
const HOSTS = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '0177.1',
  '127.000.000.001',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '%31%32%37.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0',
  '00',
  '10.0.0.1',
  '0xa000001',
  '100.64.0.1',
  '169.254.169.254',
  '2852039166',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[100::1]',
  '[fc00::1]',
  '[fd00::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ｌｏｃａｌｈｏｓｔ',
  'home.test',
  'home6.test',
  'mapped.test',
  'both.test',
  'both-turned.test',
  'both-families.test',
  'metadata.test',
  'unspecified.test',
  'garbage.test',
  'public.test@127.0.0.1',
  'public.test:80@127.0.0.1',
  'a:b@[::1]',
];

describe('an address on a private network', () => {
  it.each(HOSTS)('is refused as http://%s', async (host) => {
    const canary = await openCanary();
    const { dial, dialed } = dialer();
    const fetcher = openFetcher({ allowPrivate: false, lookup, dial });
    const outcome = failure(await fetcher.fetch({ url: `http://${host}:${canary.port}/` }));
    expect(outcome.reason).toBe('refused-address');
    expect(dialed).toEqual([]);
    expect(canary.seen()).toBe(0);
  });

  it.each(HOSTS)('is refused when a public site redirects to http://%s', async (host) => {
    const canary = await openCanary();
    const front = await serve((_request, response) => {
      response
        .writeHead(302, {
          location: encodeURI(`http://${host}:${canary.port}/`)
            .replaceAll('%25', '%')
            .replaceAll('%5B', '[')
            .replaceAll('%5D', ']'),
        })
        .end();
    });
    const { dial, dialed } = dialer(front.port);
    const fetcher = openFetcher({ allowPrivate: false, lookup, dial });
    const outcome = failure(await fetcher.fetch({ url: 'http://public.test/feed' }));
    expect(outcome.reason).toBe('refused-address');
    expect(dialed).toEqual([PUBLIC]);
    expect(canary.seen()).toBe(0);
  });

  it.each([
    '[fe80::1%25eth0]',
    '[fe80::1%eth0]',
    '127.0.0.1\\@public.test',
    '[::1',
    '256.256.256.256',
    '0x100000000',
    '127.0.0.0.1',
  ])('is refused as http://%s', async (host) => {
    const canary = await openCanary();
    const { dial } = dialer();
    const fetcher = openFetcher({ allowPrivate: false, lookup, dial });
    const outcome = failure(await fetcher.fetch({ url: `http://${host}:${canary.port}/` }));
    expect(['bad-url', 'refused-address']).toContain(outcome.reason);
    expect(canary.seen()).toBe(0);
  });

  it('is what the canary would have seen', async () => {
    const canary = await openCanary();
    const fetcher = openFetcher({ allowPrivate: true, lookup });
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '①②⑦.⓪.⓪.①', 'home.test', 'a:b@127.0.0.1']) {
      expect(text(await fetcher.fetch({ url: `http://${host}:${canary.port}/` }))).toBe('secret');
    }
    expect(canary.seen()).toBe(6);
  });
});

describe('a name whose answer changes', () => {
  it('is connected to where it was checked, whatever it would answer next', async () => {
    const canary = await openCanary();
    const front = await serve((_request, response) => response.end('feed'));
    const { dial, dialed } = dialer(front.port);
    const answers = [PUBLIC, '127.0.0.1', '127.0.0.1'];
    const fetcher = openFetcher({ allowPrivate: false, dial, lookup: async () => [answers.shift() ?? ''] });
    expect(text(await fetcher.fetch({ url: `http://rebinding.test:${canary.port}/` }))).toBe('feed');
    expect(dialed).toEqual([PUBLIC]);
    expect(canary.seen()).toBe(0);
  });

  it('is refused once it answers with a private address', async () => {
    const canary = await openCanary();
    const front = await serve((_request, response) => response.setHeader('connection', 'close').end('feed'));
    const { dial, dialed } = dialer(front.port);
    let now = NOW;
    let answer = PUBLIC;
    const fetcher = openFetcher({ allowPrivate: false, dial, now: () => now, lookup: async () => [answer] });
    const url = `http://rebinding.test:${canary.port}/`;
    expect(text(await fetcher.fetch({ url }))).toBe('feed');
    now += 60_000;
    answer = '127.0.0.1';
    expect(failure(await fetcher.fetch({ url })).reason).toBe('refused-address');
    expect(dialed).toEqual([PUBLIC]);
    expect(canary.seen()).toBe(0);
  });

  it('is refused when the answer turns between the check and the socket', async () => {
    const canary = await openCanary();
    const { dial, dialed } = dialer();
    let now = NOW;
    const answers = [PUBLIC, '127.0.0.1'];
    // The clock leaps 11 s at every look, so that nothing checked is remembered, and the total time suffices still.
    const fetcher = openFetcher({
      allowPrivate: false,
      dial,
      now: () => {
        now += 11_000;
        return now;
      },
      lookup: async () => [answers.shift() ?? ''],
    });
    const url = `http://rebinding.test:${canary.port}/`;
    expect(failure(await fetcher.fetch({ url })).reason).toBe('refused-address');
    expect(answers).toEqual([]);
    expect(dialed).toEqual([]);
    expect(canary.seen()).toBe(0);
  });
});

describe('schemes and ports', () => {
  it.each([
    'ftp://public.test/',
    'file:///etc/passwd',
    'gopher://public.test/',
    'javascript:alert(1)',
    'data:,x',
    'unix:/run/x.sock',
    '//public.test/',
    'public.test',
    '',
    'http://',
    'http:///',
    'http://?',
  ])('%j is no URL to fetch', async (url) => {
    const { dial, dialed } = dialer();
    const fetcher = openFetcher({ allowPrivate: false, lookup, dial });
    expect(failure(await fetcher.fetch({ url })).reason).toBe('bad-url');
    expect(dialed).toEqual([]);
  });

  it.each([22, 25, 81, 3306, 6379, 9200])(
    'port %i is refused, with private addresses allowed too',
    async (port) => {
      for (const allowPrivate of [true, false]) {
        const { dial, dialed } = dialer();
        const fetcher = openFetcher({ allowPrivate, lookup, dial });
        expect(failure(await fetcher.fetch({ url: `http://public.test:${port}/` })).reason).toBe(
          'refused-address',
        );
        expect(dialed).toEqual([]);
      }
    },
  );

  it.each([
    ['file:///etc/passwd', 'bad-url'],
    ['ftp://public.test/', 'bad-url'],
    ['javascript:1', 'bad-url'],
    ['http://public.test:22/', 'refused-address'],
    ['http://public.test:6379/', 'refused-address'],
    ['//127.0.0.1/', 'refused-address'],
    ['http:\\\\127.0.0.1\\', 'refused-address'],
  ])('a redirect to %s is not followed', async (location, reason) => {
    const front = await serve((_request, response) => response.writeHead(301, { location }).end());
    const { dial, dialed } = dialer(front.port);
    const fetcher = openFetcher({ allowPrivate: false, lookup, dial });
    expect(failure(await fetcher.fetch({ url: 'http://public.test/' })).reason).toBe(reason);
    expect(dialed).toEqual([PUBLIC]);
  });
});

describe('a public name', () => {
  it('is reached at the next address when one does not answer', async () => {
    const front = await serve((_request, response) => response.end('feed'));
    const dialed: string[] = [];
    const fetcher = openFetcher({
      allowPrivate: false,
      lookup: async () => [PUBLIC_V6, PUBLIC],
      dial: ({ host }) => {
        dialed.push(host);
        const socket = connect({ host: '127.0.0.1', port: host === PUBLIC ? front.port : 1 });
        return socket;
      },
    });
    expect(text(await fetcher.fetch({ url: 'http://public.test/' }))).toBe('feed');
    expect(dialed).toEqual([PUBLIC_V6, PUBLIC]);
  });

  it('that nobody knows fails as such', async () => {
    const fetcher = openFetcher({ allowPrivate: false, lookup });
    expect(await fetcher.fetch({ url: 'https://nobody.test/secret?key=1' })).toEqual({
      kind: 'failed',
      reason: 'dns',
      detail: 'nobody.test has no address',
    });
  });
});
