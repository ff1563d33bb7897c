import { siteOf } from '../domain/link.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich } from '../domain/rich-text.ts';
import type { SourceFailure, SourceRecord } from '../domain/source.ts';
import { healthOf, publicUrl, sourceName } from '../domain/source.ts';
import type { Voice } from '../i18n/voice.ts';
import { cleanControls, isolate, startsInDirection } from '../text/bidi.ts';
import { cutAt } from '../text/lengths.ts';

/** Longest name of a source in a list, in UTF-16 units. */
const NAME_UNITS = 60;

/** The name of a source in the reader's language, ready to stand in a line. */
export function shownName(source: Pick<SourceRecord, 'name'>, voice: Voice): string {
  return cutAt(cleanControls(sourceName(source.name, voice.language)), NAME_UNITS);
}

/** One entry of the list of sources: name, articles, language, and a line on what is not as it should be. */
export function sourceEntry(source: SourceRecord, mark: string, voice: Voice, now: number): RichText {
  const { says, base } = voice;
  const count = says.articleCount(source.articles, voice.number(source.articles));
  const about = source.language ? `${count} · ${voice.languageName(source.language)}` : count;
  const name: RichText = { link: isolate(shownName(source, voice)), url: publicUrl(source.url) };
  const notes = healthNotes(source, voice, now).map(
    (note): RichText => ({ italic: startsInDirection(`⚠️ ${note}`, base) }),
  );
  return joinRich([[startsInDirection(`${mark} `, base), name, ` — ${about}`], ...notes], '\n');
}

/** What is to be said of a source's health, in sentences without a full stop; nothing when all is well. */
function healthNotes(source: SourceRecord, voice: Voice, now: number): string[] {
  const { says } = voice;
  const health = healthOf(source, now);
  const standing = {
    ok: '',
    fresh: says.healthFresh,
    failing: health.failure
      ? says.healthFailing(
          voice.age(health.failure.since, 'instant', now),
          troubleText(health.failure, voice),
        )
      : '',
    gone: says.healthGone,
    empty: says.healthEmpty,
    off: says.healthOff,
  }[health.standing];
  return [
    standing,
    health.slow ? says.healthSlow : '',
    health.moving ? says.healthMoving(siteOf(health.moving) ?? health.moving) : '',
    health.turnedOverAt === undefined
      ? ''
      : says.healthTurnedOver(voice.age(health.turnedOverAt, 'instant', now)),
  ].filter(Boolean);
}

/** Why a source could not be read, in words. */
export function troubleText(
  { reason, status }: Pick<SourceFailure, 'reason' | 'status'>,
  voice: Voice,
): string {
  const { says } = voice;
  switch (reason) {
    case 'http':
      return status === undefined ? says.troubleOther : says.troubleStatus(voice.number(status));
    case 'dns':
      return says.troubleName;
    case 'connect':
    case 'network':
      return says.troubleConnection;
    case 'tls':
      return says.troubleSecurity;
    case 'timeout':
      return says.troubleTime;
    case 'refused-address':
      return says.troublePrivate;
    case 'challenge':
      return says.troubleChallenge;
    case 'not-a-feed':
    case 'unreadable':
    case 'too-long-to-read':
    case 'too-large':
    case 'decode':
      return says.troubleFeed;
    default:
      return says.troubleOther;
  }
}
