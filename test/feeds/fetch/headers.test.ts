import { describe, expect, it } from 'vitest';
import {
  contentEncodings,
  contentType,
  freshFor,
  location,
  retryAfter,
} from '../../../src/feeds/http-headers.ts';
import { NOW } from './loopback.ts';

const HOUR = 3_600_000;
const at = (ms: number) => new Date(ms).toUTCString();

describe('freshFor', () => {
  it.each([
    [{ 'cache-control': 'max-age=3600' }, HOUR],
    [{ 'cache-control': 'PUBLIC, Max-Age="3600"' }, HOUR],
    [{ 'cache-control': ['public', 'max-age=3600'] }, HOUR],
    [{ 'cache-control': 'max-age=3600', age: '3000' }, 600_000],
    [{ 'cache-control': 'max-age=3600', age: 'old' }, HOUR],
    [{ 'cache-control': 'max-age=3600', age: '4000' }, undefined],
    [{ 'cache-control': 'max-age=3600', expires: at(NOW + 2 * HOUR) }, HOUR],
    [{ 'cache-control': 'no-cache, max-age=3600' }, undefined],
    [{ 'cache-control': 'no-store', expires: at(NOW + HOUR) }, undefined],
    [{ 'cache-control': 'max-age=0' }, undefined],
    [{ 'cache-control': 'max-age=-1' }, undefined],
    [{ 'cache-control': 's-maxage=3600' }, undefined],
    [{ 'cache-control': `max-age=${'9'.repeat(400)}` }, Number.MAX_SAFE_INTEGER],
    [{ expires: at(NOW + HOUR) }, HOUR],
    [{ expires: at(NOW + HOUR), date: at(NOW - HOUR) }, 2 * HOUR],
    [{ expires: at(NOW - HOUR) }, undefined],
    [{ expires: '0' }, undefined],
    [{ expires: '-1' }, undefined],
    [{ expires: 'tomorrow' }, undefined],
    [{}, undefined],
  ])('%j: %s ms', (headers, expected) => {
    expect(freshFor(headers, NOW)).toBe(expected);
  });
});

describe('retryAfter', () => {
  it.each([
    ['0', 0],
    [' 90 ', 90_000],
    ['1.5', undefined],
    ['Tuesday, 24-Nov-26 12:30:00 GMT', 1_800_000],
    ['Tue Nov 24 12:30:00 2026 GMT', 1_800_000],
    ['', undefined],
  ])('%j: %s ms', (value, expected) => {
    expect(retryAfter({ 'retry-after': value }, NOW)).toBe(expected);
  });
});

describe('contentType', () => {
  it.each([
    ['text/xml', { contentType: 'text/xml' }],
    ['TEXT/XML ; Charset = "UTF-8" ; x=y', { contentType: 'text/xml', charset: 'utf-8' }],
    ["text/xml;charset='windows-1256'", { contentType: 'text/xml', charset: 'windows-1256' }],
    ['text/xml; boundary=charset; charset=', { contentType: 'text/xml' }],
    ['; charset=utf-8', { charset: 'utf-8' }],
    ['', {}],
  ])('%j', (value, expected) => {
    expect(contentType({ 'content-type': value })).toEqual(expected);
  });
});

describe('contentEncodings', () => {
  it('are listed in the order of their use, over several lines', () => {
    expect(contentEncodings({ 'content-encoding': ['GZip, identity', ' br ,'] })).toEqual(['gzip', 'br']);
    expect(contentEncodings({})).toEqual([]);
  });
});

describe('location', () => {
  it('is read as UTF-8 where it can be', () => {
    expect(location({ location: Buffer.from('/أخبار').toString('latin1') })).toBe('/أخبار');
    expect(location({ location: '/caf\u00e9' })).toBe('/caf\u00e9');
    expect(location({ location: '' })).toBeUndefined();
  });
});
