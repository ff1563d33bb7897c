import { describe, expect, test } from 'vitest';
import { detectText, refuseBytes } from '../../src/feeds/detect.ts';

describe('what a file is', () => {
  test.each([
    ['[{"title":"a"}]', 'a.json', 'json records'],
    ['\uFEFF\n [\n', 'a.json', 'json records'],
    ['{\n  "title": "a",\n', 'a.json', 'json records'],
    ['{"title":"a"}\n{"title":"b"}\n', 'a.json', 'ndjson'],
    ['{"title":"a"}\n', 'a.ndjson', 'ndjson'],
    ['{"title":"a"}\n', 'a.jsonl', 'ndjson'],
    ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'a.json', 'json feed'],
    ['{"title":"a","home_page_url":"https://a.example/","items":[', 'feed.json', 'json feed'],
    ['<?xml version="1.0"?>\n<!-- c --><rss version="2.0">', 'a.xml', 'xml feed'],
    ['<rdf:RDF xmlns="x">', 'a', 'xml feed'],
    ['junk\n<feed xmlns="http://www.w3.org/2005/Atom">', 'a.xml', 'xml feed'],
    ['<item><title>a</title></item>', 'a.xml', 'xml feed'],
    ['<?xml version="1.0"?><opml version="2.0">', 'a.xml', 'opml'],
    ['عنوان الخبر\nتاريخ النشر: 26 يناير 2024\n', 'a.txt', 'page text'],
    ['[عاجل] عنوان الخبر\nنص', 'a.txt', 'page text'],
    ['a < b and <item> in words\ntext', 'a.txt', 'page text'],
    ['عنوان\nنص', 'page', 'page text'],
  ])('%j in %s: %s', (text, name, kind) => {
    expect(detectText(text, name)).toEqual({ kind });
  });

  test.each([
    ['', 'a.txt', 'the file is empty'],
    [' \n\uFEFF', 'a.json', 'the file is empty'],
    [
      '<!DOCTYPE html><html><head>',
      'a.html',
      'the file is an HTML page; import its feed, or its text as .txt',
    ],
    ['<html><body><item>', 'a.xml', 'the file is an HTML page; import its feed, or its text as .txt'],
    ['\u0001\u0002\u0000\u0003abc\u0000', 'a.bin', 'the file is binary, not text'],
    ['hello', 'a.json', 'the file is not JSON'],
    ['a,b,c', 'a.csv', 'no articles are read from .csv files'],
  ])('%j in %s is refused', (text, name, refused) => {
    expect(detectText(text, name)).toEqual({ refused });
  });

  test('binary files are known by their first bytes', () => {
    expect(refuseBytes(new Uint8Array())).toBe('the file is empty');
    expect(refuseBytes(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe('the file is a PNG image, not text');
    expect(refuseBytes(Uint8Array.of(0x1f, 0x8b, 8))).toBe('the file is a gzip archive, not text');
    expect(refuseBytes(new TextEncoder().encode('[]'))).toBeUndefined();
  });
});
