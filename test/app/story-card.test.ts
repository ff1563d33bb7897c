import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storyCard } from '../../src/app/story-card.ts';
import { deepLink, shareButton } from '../../src/app/story-links.ts';
import type { Button } from '../../src/domain/message.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { formatted } from '../../src/telegram/formatting.ts';
import { keyboard } from '../../src/telegram/keyboard.ts';
import { linkPreview } from '../../src/telegram/link-preview.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import { head, storyOf } from '../support/heads.ts';

const arabic = voiceOf('ar', { timeZone: 'Asia/Riyadh', digits: 'latin' });
const english = voiceOf('en', { timeZone: 'Europe/London', digits: 'latin' });
const BOT = { name: 'mujaz_bot', inline: true };
const chat = { id: 1001, kind: 'private' as const, preferences: {} };
const place = { chat, bot: BOT };
const seen = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');

const BILINGUAL = storyOf(
  7,
  head(1, { title: 'الأمطار تملأ سدّ الوادي الكبير', source: { name: 'أطلس' } }),
  head(2, { title: 'سدّ الوادي الكبير يمتلئ', source: { name: 'سروة', url: 'https://sarwa.example/' } }),
  head(3, {
    title: 'Rain fills the Great Valley dam',
    language: 'en',
    source: { name: 'Sandpiper' },
    image: 'https://sandpiper.example/dam.jpg',
  }),
);
const BODY = 'امتلأ السد أمس. وقال المهندس إنه آمن. واحتفل أهل الوادي. وهذه جملة رابعة.';

describe('the card of a story', () => {
  test('holds headline, time, teaser, and the sources of both languages', () => {
    const { text } = storyCard(BILINGUAL, BODY, place, arabic);
    expect(seen(plainText(text)).split('\n\n')).toEqual([
      'الأمطار تملأ سدّ الوادي الكبير',
      'أطلس · 26 يناير 2024، 11:00 · 3 مصادر',
      'امتلأ السد أمس. وقال المهندس إنه آمن. واحتفل أهل الوادي.',
      'المصادر: أطلس · سروة\nمصادر بالإنجليزية: Sandpiper',
    ]);
    const links = formatted(text).entities.flatMap((entity) =>
      entity.type === 'text_link' ? [entity.url] : [],
    );
    expect(links).toEqual([
      'https://harbour.example/1',
      'https://harbour.example/1',
      'https://harbour.example/2',
      'https://harbour.example/3',
    ]);
  });

  test('reads the same story in English, its own sources first', () => {
    const { text } = storyCard(BILINGUAL, '', place, english);
    expect(seen(plainText(text))).toMatch(
      /^Rain fills[\s\S]*26 January 2024, 08:00[\s\S]*Sources: Sandpiper\nSources in Arabic: أطلس · سروة$/,
    );
  });

  test('tells the moment as one that every client shows in its own zone', () => {
    const { text, entities } = formatted(storyCard(BILINGUAL, BODY, place, arabic).text);
    const time = entities.find(({ type }) => type === 'date_time');
    expect(time).toMatchObject({ unix_time: (MORNING - HOUR) / 1000, date_time_format: 'Dt' });
    expect(seen(text.slice(time?.offset, (time?.offset ?? 0) + (time?.length ?? 0)))).toBe(
      '26 يناير 2024، 11:00',
    );
  });

  test('a day without an hour stays that day in every zone, and no date is no date', () => {
    const honolulu = voiceOf('en', { timeZone: 'Pacific/Honolulu', digits: 'latin' });
    const dated = storyOf(8, head(4, { publishedAt: Date.UTC(2024, 0, 25), precision: 'day' }));
    const { text } = storyCard(dated, '', place, honolulu);
    expect(plainText(text)).toContain('25 January 2024 ');
    expect(formatted(text).entities.some(({ type }) => type === 'date_time')).toBe(false);
    const { publishedAt: _, precision: __, ...undated } = head(5);
    expect(plainText(storyCard(storyOf(9, undated), '', place, arabic).text)).toContain('بلا تاريخ');
  });

  test('offers summary, related, follow, share, copy and the source', () => {
    const buttons = storyCard(BILINGUAL, BODY, place, arabic).buttons?.flat() ?? [];
    expect(buttons.map(({ label, ...what }) => Object.values(what)[0])).toEqual([
      'summary s7',
      'related s7',
      'follow s7',
      '#a1',
      'https://harbour.example/1',
      'https://harbour.example/1',
    ]);
  });

  test('shares a link where the bot cannot be asked in other chats', () => {
    const quiet = { name: 'mujaz_bot', inline: false };
    const shared = shareButton(quiet, BILINGUAL, arabic) as Extract<Button, { url: string }>;
    const address = new URL(shared.url);
    expect(address.origin + address.pathname).toBe('https://t.me/share/url');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      url: 'https://harbour.example/1',
      text: 'الأمطار تملأ سدّ الوادي الكبير',
    });
  });

  test('shares a link in a channel, whose readers cannot ask the bot by a button', () => {
    const channel = { chat: { ...chat, id: -1001, kind: 'channel' as const }, bot: BOT };
    const share = (given: typeof place | typeof channel) =>
      storyCard(BILINGUAL, BODY, given, arabic)
        .buttons?.flat()
        .find(({ label }) => label === arabic.says.buttonShare);
    expect(share(channel)).toEqual(shareButton({ ...BOT, inline: false }, BILINGUAL, arabic));
    expect(share(place)).toHaveProperty('inline');
  });

  test('copies the way into the bot where the article has no link, or one too long for a button', () => {
    const { url: _, ...bare } = head(6);
    for (const article of [bare, head(6, { url: `https://harbour.example/${'x'.repeat(300)}` })]) {
      const story = storyOf(10, article);
      const copied = storyCard(story, '', place, arabic)
        .buttons?.flat()
        .flatMap((button) => ('copy' in button ? [button.copy] : []));
      expect(copied).toEqual([deepLink(BOT, story, 'ar')]);
      expect(copied?.[0]).toBe('https://t.me/mujaz_bot?start=a6');
    }
  });

  test('shows a picture above the text where the chat wants pictures, and nowhere else', () => {
    const wanting = { chat: { ...chat, preferences: { pictures: true } }, bot: BOT };
    expect(linkPreview(storyCard(BILINGUAL, BODY, wanting, arabic))).toEqual({
      url: 'https://sandpiper.example/dam.jpg',
      prefer_large_media: true,
      show_above_text: true,
    });
    expect(linkPreview(storyCard(BILINGUAL, BODY, place, arabic))).toEqual({ is_disabled: true });
    const plain = storyOf(11, head(7));
    expect(storyCard(plain, '', wanting, arabic).picture).toBe('https://harbour.example/7');
  });

  test('fits one message and valid buttons, whatever the articles hold', () => {
    const article = fc.record({
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
      source: fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 200 }) }),
      language: fc.constantFrom('ar', 'en', 'fr', 'und'),
      summary: fc.string({ unit: 'grapheme', maxLength: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 30 }), fc.string(), (articles, body) => {
        const story = storyOf(12, ...articles.map((fields, at) => head(at + 1, fields)));
        const card = storyCard(story, body, place, arabic);
        const { text, entities } = formatted(card.text);
        expect(text.length).toBeLessThan(4096);
        for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length);
        expect(() => keyboard(card)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});
