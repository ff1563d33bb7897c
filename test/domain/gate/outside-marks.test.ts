import { describe, expect, test } from 'vitest';
import { outsideMark } from '../../../src/domain/gate/outside-marks.ts';

const WAYS_OUT = [
  'mоzilla.org', // a Cyrillic о
  'раураl.com',
  'пример.рф',
  'موقع.السعودية',
  'أخبار.امارات',
  'xn--80ak6aa92e.com',
  't.me/joinchat/AAAA',
  'telegram.me/evil',
  't․me/evil',
  'evil。com',
  'evil｡com',
  'evil . com',
  'evil[dot]com',
  'evil(at)mail.com',
  'evil at gmail dot com',
  'hxxps://evil',
  'tg://resolve?domain=evil',
  'ftp://evil.example/x',
  'ipfs://bafy',
  'magnet:?xt=urn:btih:abc',
  'sms:+15551234',
  'tel:+15551234',
  'wa.me/15551234',
  'evil.bot',
  'evil.zip',
  'foo.tech/abc',
  'اتصل على ۰۹۱۲۳۴۵۶۷۸۹ اليوم',
  'اتصل على ٩٢-٣٤٥-٦٧٨٩ اليوم',
  'bit.ly/3xyz',
  'http 192.168.1.1',
  '١٩٢.١٦٨.١.١',
  '10.0.0.1:8080',
  'evil_bot',
  '@e\u200bvil',
  '＠evil',
  'invoice \u202egpj.exe',
  '[here](evil.io)',
  '[here][1]',
  '<a href=x>here</a>',
  '&lt;a&gt;',
  '&#104;ttp',
  '||hidden||',
  '~~gone~~',
  '`code`',
  'aHR0cHM6Ly9ldmlsLmV4YW1wbGUveA==',
  'GB82 WEST 1234 5698 7654 32',
  'DE89370400440532013000',
  'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0800 123 4567',
  '٠٥٠١٢٣٤٥٦٧',
  '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
];

describe('what leads out of a summary', () => {
  test.each(WAYS_OUT)('%s', (way) => {
    expect(outsideMark(`The ministry opened the lighthouse: ${way} tells more.`)?.check).toBe('outside');
    expect(outsideMark(`افتتحت الوزارة المنارة، والمزيد في ${way} لمن أراد.`)?.check).toBe('outside');
  });

  test.each([
    'The U.S. team won 2-1 at 10:30 p.m. on 12.03.2024, and Dr. Okafor (54) was paid $3.5m.',
    'بلغت الحرارة ٤٢٫٥ درجة عند الساعة ١٠:٣٠، وقال د. سمير إن ١٬٢٠٠ شخص حضروا في 12.03.2024.',
    'Covid-19, VL-4 and G20: all 1,204,300 tonnes, 7.25% and No. 5.',
  ])('plain news passes: %s', (text) => {
    expect(outsideMark(text)).toBeUndefined();
  });
});
