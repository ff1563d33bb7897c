import { describe, expect, it } from 'vitest';
import { authorization, firstHop, nextHop, permanentUrl } from '../../../src/feeds/redirects.ts';

/** The last hop of a way of [status, location] from a URL. */
function follow(from: string, ...steps: [number, string][]) {
  let hop = firstHop(from);
  for (const [status, location] of steps) hop = hop && nextHop(hop, status, location);
  if (!hop) throw new Error('no way');
  return hop;
}

describe('a way of redirects', () => {
  it('is resolved step by step, without fragments', () => {
    expect(follow('http://a.test/x/y#z', [302, '../w?q#f'], [302, '//b.test']).url.href).toBe(
      'http://b.test/',
    );
  });

  it.each(['ftp://a.test/', 'javascript:1', 'http://', `/${'x'.repeat(3000)}`])('ends at %s', (location) => {
    expect(nextHop(follow('http://a.test/'), 301, location)).toBeUndefined();
  });

  it.each([
    ['http://u:p@a.test/', 'http://a.test/b', true],
    ['http://u:p@a.test/', 'https://a.test/', true],
    ['http://u:p@a.test:80/', 'https://a.test:443/', true],
    ['https://u:p@a.test/', 'http://a.test/', false],
    ['http://u:p@a.test/', 'http://a.test:8080/', false],
    ['http://u:p@a.test:8080/', 'https://a.test/', false],
    ['http://u:p@a.test/', 'https://a.test:8443/', false],
    ['http://u:p@a.test/', 'http://www.a.test/', false],
    ['http://u:p@a.test/', 'http://a.test./', false],
    ['http://a.test/', 'http://x:y@a.test/', false],
  ])('from %s to %s keeps credentials: %s', (from, to, kept) => {
    expect(authorization(follow(from, [301, to]))).toBe(kept ? 'Basic dTpw' : undefined);
  });

  it('does not find credentials again once they were left behind', () => {
    expect(
      authorization(follow('http://u:p@a.test/', [301, 'http://b.test/'], [301, 'http://a.test/'])),
    ).toBeUndefined();
  });

  it('is permanent when each step is, and none gives up TLS', () => {
    expect(permanentUrl(follow('http://a.test/'))).toBeUndefined();
    expect(permanentUrl(follow('http://u%3A:p@a.test/', [308, 'https://a.test/b#c']))).toBe(
      'https://u%3A:p@a.test/b',
    );
    expect(permanentUrl(follow('https://a.test/', [301, 'http://a.test/']))).toBeUndefined();
    expect(
      permanentUrl(follow('https://a.test/', [301, 'http://a.test/'], [301, 'https://a.test/'])),
    ).toBeUndefined();
    expect(permanentUrl(follow('http://a.test/', [301, '/b'], [302, '/c']))).toBeUndefined();
  });

  it('shows broken escapes as they are', () => {
    expect(authorization(follow('http://%zz:p@a.test/'))).toBe(`Basic ${btoa('%zz:p')}`);
  });
});
