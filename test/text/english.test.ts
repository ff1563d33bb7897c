import { describe, expect, test } from 'vitest';
import { stemEnglish } from '../../src/text/english.ts';

/** Pairs that Porter gives in "An algorithm for suffix stripping" (1980), through all five steps. */
const PORTER =
  'caresses caress ponies poni cats cat feed feed plastered plaster motoring motor sing sing conflated conflat troubled troubl ' +
  'sized size falling fall hissing hiss fizzed fizz failing fail filing file happy happi conditional condit rational ration ' +
  'digitizer digit radically radic differently differ vilely vile analogously analog vietnamization vietnam predication predic ' +
  'operator oper feudalism feudal decisiveness decis hopefulness hope callousness callous formality formal sensitivity sensit ' +
  'sensibility sensibl triplicate triplic formative form formalize formal electricity electr electrical electr goodness good ' +
  'revival reviv allowance allow inference infer airliner airlin gyroscopic gyroscop adjustable adjust defensible defens ' +
  'irritant irrit replacement replac adjustment adjust dependent depend adoption adopt communism commun activate activ ' +
  'homologous homolog effective effect bowdlerize bowdler probate probat rate rate cease ceas controlling control roll roll';

describe('stemEnglish', () => {
  test('gives the stems of the algorithm as published', () => {
    const words = PORTER.split(' ').filter((_, at) => at % 2 === 0);
    const stems = PORTER.split(' ').filter((_, at) => at % 2 === 1);
    expect(words.map(stemEnglish)).toEqual(stems);
  });

  test.each([
    'elect election elections elected',
    'complete completion completed',
    'possess possession',
    'discuss discussion discussions',
    'tradition traditional',
    'invest investment investments',
    'sanction sanctions sanctioned',
  ])('one stem: %s', (forms) => {
    const stems = forms.split(' ').map(stemEnglish);
    expect(stems).toEqual(stems.map(() => stems[0]));
  });

  test.each([
    ['running', 'run'],
    ['elections', 'elect'],
    ['ministers', 'minist'],
    ['countries', 'countri'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['relational', 'relat'],
    ['agreed', 'agre'],
    ['boys', 'boi'],
    ['news', 'news'],
    ['skies', 'sky'],
    ['dying', 'die'],
    ['women', 'woman'],
    ['usa', 'usa'],
    ['us', 'us'],
    ['1990s', '1990s'],
    ["trump's", 'trump'],
    ['players’', 'player'],
    ['covid19', 'covid19'],
    ['سلام', 'سلام'],
    ['', ''],
    ['constructor', 'constructor'],
  ])('%j: %j', (word, stem) => expect(stemEnglish(word)).toBe(stem));

  test.each([
    'colour color',
    'favourites favorites',
    'neighbouring neighboring',
    'harbour harbor',
    'labour labor',
    'organise organize',
    'organisation organization',
    'realised realized',
    'privatising privatizing',
    'analyse analyze',
    'centre center',
    'theatres theaters',
    'kilometre kilometer',
    'centred centered',
    'defence defense',
    'programme program',
    'dialogue dialog',
    'paediatric pediatric',
    'sceptics skeptics',
    'aluminium aluminum',
  ])('British and American: %s', (pair) => {
    const [british = '', american = ''] = pair.split(' ');
    expect(stemEnglish(british)).toBe(stemEnglish(american));
  });

  test.each([
    'hour hor',
    'four for',
    'tour tor',
    'pour por',
    'police policy',
    'university universe',
    'news new',
    'organization organ',
    'raise raze',
    'wise wize',
  ])('kept apart: %s', (pair) => {
    const [one = '', other = ''] = pair.split(' ');
    expect(stemEnglish(one)).not.toBe(stemEnglish(other));
  });

  test('forms of one verb in -ise stay together', () => {
    for (const forms of [
      'promise promises promised promising',
      'precise precisely',
      'rise rises rising',
      'surprise surprised surprising',
    ]) {
      const stems = forms.split(' ').map(stemEnglish);
      expect(stems, forms).toEqual(stems.map(() => stems[0]));
    }
  });
});
