import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedPort } from '../../../src/feeds/allowed-port.ts';
import { isPublicAddress } from '../../../src/feeds/public-address.ts';

const SPECIAL = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255'],
  ['240.0.0.0', '255.255.255.255'],
].flat();

const BESIDE_SPECIAL = [
  '1.0.0.0',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.0.3.0',
  '192.88.98.255',
  '192.88.100.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '198.51.99.255',
  '198.51.101.0',
  '203.0.112.255',
  '203.0.114.0',
  '223.255.255.255',
  '8.8.8.8',
];

const PRIVATE_V6 = [
  '::',
  '::1',
  '::7f00:1',
  '::127.0.0.1',
  '::8.8.8.8',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:0:127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::808:808',
  '64:ff9b:1::1',
  '100::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '2001::1',
  '2001:0:7f00:1::',
  '2001:1ff::1',
  '2001:20::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:808:808::1',
  '3fff::1',
  '3fff:fff::1',
  '4000::1',
  '5f00::1',
  '1fff::1',
  '2606:4700::1111%eth0',
];

const PUBLIC_V6 = [
  '2000::1',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2003::1',
  '2606:4700::1111',
  '2a00:1450::1',
  '3fff:1000::1',
  '3fff:ffff::1',
];

describe('isPublicAddress', () => {
  it.each(SPECIAL)('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(BESIDE_SPECIAL)('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each(PRIVATE_V6)('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it.each(PUBLIC_V6)('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '08.8.8.8',
    '[2606:4700::1111]',
    ' 8.8.8.8',
    '8.8.8.8:80',
  ])('refuses %j, which is no address in its usual notation', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });

  it('never lets an IPv4 address pass inside an IPv6 one', () => {
    const prefixes = ['::', '::ffff:', '::ffff:0:', '64:ff9b::'];
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.constantFrom(...prefixes),
        (ip, prefix) => !isPublicAddress(`${prefix}${ip}`),
      ),
    );
  });
  it('lets IPv6 pass only from 2000::/3', () => {
    fc.assert(fc.property(fc.ipV6(), (ip) => !isPublicAddress(ip) || /^[23][0-9a-f]{3}:/i.test(ip)));
  });
});

describe('isAllowedPort', () => {
  it.each([80, 443, 1024, 8080, 8443, 3000, 65_535])('lets %i pass', (port) => {
    expect(isAllowedPort(port)).toBe(true);
  });
  it.each([
    0,
    1,
    21,
    22,
    23,
    25,
    53,
    81,
    110,
    143,
    445,
    465,
    587,
    993,
    1023,
    1433,
    2222,
    2375,
    3306,
    5432,
    5900,
    6379,
    6667,
    9200,
    11211,
    27017,
    65_536,
    Number.NaN,
  ])('refuses %d', (port) => {
    expect(isAllowedPort(port)).toBe(false);
  });
});
