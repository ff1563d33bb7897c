import { expect, test } from 'vitest';
import type { EditionPage } from '../../src/app/edition-view.ts';
import { mastheadLines } from '../../src/app/edition-view.ts';
import type { Account } from '../../src/app/ledger.ts';
import { accountText } from '../../src/app/ledger-view.ts';
import type { Request } from '../../src/app/request.ts';
import { meantProblem } from '../../src/app/story-meant.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { MORNING } from '../support/articles.ts';

const voice = voiceOf('ar', { timeZone: 'UTC', digits: 'arabic' });

test('who chose ١٢٣ reads all figures in them: why a briefing came, that it is late, which numbers there are', () => {
  const schedule = { times: ['08:00'], weekdays: [], timeZone: 'Africa/Cairo' };
  const next = { at: MORNING, date: '2024-01-27', time: '08:00' };
  const account = { subscription: { schedule, next }, deliveries: [] } as unknown as Account;
  const page = {
    profile: { topics: [] },
    stories: [],
    topics: [],
    at: MORNING,
    lateFor: '08:00',
  } as unknown as EditionPage;
  const request = { voice, args: '9' } as unknown as Request;
  const texts = [
    accountText(account, voice, MORNING),
    mastheadLines(page, voice).lines.at(-1) ?? '',
    meantProblem({ problem: 'out-of-range', asked: 9, first: 1, last: 5 }, request).text,
  ].map((text) => plainText(text));
  expect(texts[0]).toMatch(/موجزك: \u2068٠٨:٠٠\u2069 بتوقيت \u2068القاهرة\u2069\./);
  expect(texts[1]).toContain('٠٨:٠٠');
  expect(texts[2]).toContain('٩');
  expect(texts.join()).not.toMatch(/[0-9]/);
});
