import { describe, expect, it } from 'vitest';
import { allowedByRobots } from '../../../src/feeds/robots.ts';
import { effort } from '../../support/effort.ts';

const AGENT = 'Mujaz/0.1 (+https://mujaz.example)';

/** Rules as [text, path, allowed], for our agent. */
const group = (...rules: string[]) => ['User-agent: *', ...rules].join('\n');

describe('matching (RFC 9309, section 2.2.2)', () => {
  it.each([
    // Longest match wins, whatever the order.
    [group('Allow: /p', 'Disallow: /'), '/page', true],
    [group('Disallow: /', 'Allow: /p'), '/page', true],
    [group('Allow: /folder', 'Disallow: /folder/page'), '/folder/page', false],
    [group('Disallow: /folder', 'Allow: /folder/page'), '/folder/page2', true],
    // Of equals the one that allows.
    [group('Disallow: /page', 'Allow: /page'), '/page', true],
    [group('Allow: /page', 'Disallow: /page'), '/page', true],
    // No match, no rules, empty rule: allowed.
    [group('Disallow: /a'), '/b', true],
    [group('Disallow:'), '/b', true],
    [group('Disallow: /', 'Disallow:'), '/b', false],
    ['', '/b', true],
    [group('Disallow: /'), '/', false],
    [group('Disallow: /'), 'no-slash', false],
    // Paths are case-sensitive, directives are not.
    [group('Disallow: /Page'), '/page', true],
    ['USER-AGENT: *\nDISALLOW: /page', '/page', false],
    // A path matches from its beginning, query included.
    [group('Disallow: /page'), '/a/page', true],
    [group('Disallow: /page'), '/pages', false],
    [group('Disallow: /*?print='), '/a?print=1', false],
    [group('Disallow: /a?x=1'), '/a?x=12', false],
    // The file itself can always be read.
    [group('Disallow: /'), '/robots.txt', true],
  ])('%j lets %s pass: %s', (text, path, allowed) => {
    expect(allowedByRobots(text, path, AGENT)).toBe(allowed);
  });
});

describe('special characters (section 2.2.3)', () => {
  it.each([
    ['/path/file.php$', '/path/file.php', false],
    ['/path/file.php$', '/path/file.php?x=1', true],
    ['/*.gif$', '/a/b.gif', false],
    ['/*.gif$', '/a/b.gifs', true],
    ['/*.gif', '/a/b.gifs', false],
    ['/example/*/exclude', '/example/1/exclude', false],
    ['/example/*/exclude', '/example/a/b/exclude/c', false],
    ['/example/*/exclude', '/example/exclude', true],
    ['/example/*/exclude', '/example//exclude', false],
    ['*', '/any', false],
    ['/*', '/', false],
    ['$', '/any', true],
    ['/$', '/', false],
    ['/$', '/any', true],
    ['/a*a$', '/a', true],
    ['/a*a$', '/aa', false],
    ['/a$b', '/a$b', false],
    ['/a%2Ab', '/a%2ab', false],
    ['/a%2Ab', '/axb', true],
    ['/a%24', '/a', true],
    ['/page # no more', '/page', false],
    ['/a**b', '/axxb', false],
    ['/*a*b*c$', '/xaxbxc', false],
    ['/*a*b*c$', '/xaxcxb', true],
  ])('Disallow: %s lets %s pass: %s', (rule, path, allowed) => {
    expect(allowedByRobots(group(`Disallow: ${rule}`), path, AGENT)).toBe(allowed);
  });

  it('takes no longer for many stars', () => {
    const rules = group(...Array.from({ length: 200 }, () => `Disallow: /${'*a'.repeat(400)}b`));
    const path = `/${'a'.repeat(2000)}`;
    expect(allowedByRobots(rules, path, AGENT)).toBe(true);
    expect(effort(() => allowedByRobots(rules, path, AGENT))).toBeLessThan(1000);
  });
});

describe('encoding (section 2.2.2, the table of the RFC)', () => {
  it.each([
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz'],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https://foo.bar'],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%E3%83%84', '/foo/bar/%E3%83%84'],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz'],
    ['/أخبار', '/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1/1'],
    ['/%d8%a3%d8%ae', '/أخبار'],
    ['/a%2Fb', '/a%2fb'],
  ])('Disallow: %s covers %s', (rule, path) => {
    expect(allowedByRobots(group(`Disallow: ${rule}`), path, AGENT)).toBe(false);
  });
  it('an encoded slash is no slash', () => {
    expect(allowedByRobots(group('Disallow: /a/b'), '/a%2Fb', AGENT)).toBe(true);
  });
  it('text that is no text does not trip it', () => {
    expect(allowedByRobots(group('Disallow: /\ud800%zz%'), '/\ud800%zz%', AGENT)).toBe(false);
  });
});

describe('groups (section 2.2.1)', () => {
  it.each([
    ['User-agent: mujaz\nDisallow: /a\n\nUser-agent: *\nDisallow: /b', '/a', false],
    ['User-agent: mujaz\nDisallow: /a\n\nUser-agent: *\nDisallow: /b', '/b', true],
    ['User-agent: *\nDisallow: /b\n\nUser-agent: MUJAZ\nDisallow: /a', '/b', true],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: muj\nDisallow: /', '/a', true],
    ['User-agent: mujaz-images\nDisallow: /', '/a', true],
    ['User-agent: Mujaz/2.0\nDisallow: /a', '/a', false],
    // Several names above one set of rules.
    ['User-agent: other\nUser-agent: mujaz\nDisallow: /a', '/a', false],
    ['User-agent: other\n\nSitemap: https://x.test/s.xml\nUser-agent: mujaz\nDisallow: /a', '/a', false],
    // Several groups of one name count together.
    [
      'User-agent: mujaz\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: mujaz\nDisallow: /c',
      '/c',
      false,
    ],
    [
      'User-agent: mujaz\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: mujaz\nDisallow: /c',
      '/a',
      false,
    ],
    [
      'User-agent: mujaz\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: mujaz\nDisallow: /c',
      '/b',
      true,
    ],
    // An own group without rules allows everything.
    ['User-agent: *\nDisallow: /\n\nUser-agent: mujaz\nDisallow:', '/a', true],
    // Rules before any group belong to nobody; other lines end nothing.
    ['Disallow: /\nUser-agent: *\nDisallow: /b', '/a', true],
    ['User-agent: mujaz\nCrawl-delay: 10\nDisallow: /a', '/a', false],
    // Line ends, a mark at the start, comments, space.
    ['\ufeffUser-agent: *\rDisallow: /a', '/a', false],
    ['# hello\r\n  User-agent :  *  # all\r\n\tDisallow\t:\t/a\t\r\n', '/a', false],
    ['User-agent: *\nDisallow: /a#b', '/a', false],
    ['<html><body>User-agent: *<br>Disallow: /</body></html>', '/a', true],
  ])('%j lets %s pass: %s', (text, path, allowed) => {
    expect(allowedByRobots(text, path, AGENT)).toBe(allowed);
  });
});

describe('size (section 2.5)', () => {
  const filler = `# ${'x'.repeat(98)}\n`;
  it('reads 500 KiB', () => {
    const text = `${group('Disallow: /a')}\n${filler.repeat(5000)}Disallow: /b\n${filler.repeat(200)}`;
    expect(allowedByRobots(text, '/b', AGENT)).toBe(false);
  });
  it('reads no more, nor half a line at the end', () => {
    const text = `${group('Disallow: /a')}\n${filler.repeat(6000)}Disallow: /b`;
    expect(allowedByRobots(text, '/b', AGENT)).toBe(true);
    expect(allowedByRobots(text, '/a', AGENT)).toBe(false);
    const start = group('');
    const long = `${start}\n${' '.repeat(512_000 - start.length - 14)}\nDisallow: /abcdef`;
    expect(allowedByRobots(long, '/abc', AGENT)).toBe(true);
  });
  it('takes no longer for a line of spaces', () => {
    const rules = group(' '.repeat(500_000));
    expect(allowedByRobots(rules, '/a', AGENT)).toBe(true);
    expect(effort(() => allowedByRobots(rules, '/a', AGENT))).toBeLessThan(1000);
  });
});
