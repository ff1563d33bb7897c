import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/feeds/opml.ts';

const LIST = `<?xml version="1.0"?>
<opml version="1.1"><head><title>Mine</title></head><body>
  <outline text="Harbours &amp; ferries">
    <outline text="ignored" title="Sandpiper" type="rss" xmlUrl="https://sandpiper.example/feed?a=1&amp;b=2" htmlUrl="https://sandpiper.example/"/>
    <outline text="Inner"><outline text="قنديل المرفأ" xmlUrl="https://qandil.example/rss"></outline></outline>
    <outline text="Twice" xmlUrl="https://qandil.example/rss"/>
  </outline>
  <outline xmlUrl="https://nameless.example/feed" category="/news,other"/>
  <outline text="No feed" htmlUrl="https://x.example/"/>
  <outline text="Not the web" xmlUrl="file:///etc/passwd"/>
</body></opml>`;

describe('lists of sources', () => {
  test('give each feed once, with its folder', () => {
    expect(readOpml(LIST)).toEqual([
      {
        name: 'Sandpiper',
        url: 'https://sandpiper.example/feed?a=1&b=2',
        site: 'https://sandpiper.example/',
        category: 'Harbours & ferries',
      },
      { name: 'قنديل المرفأ', url: 'https://qandil.example/rss', category: 'Inner' },
      { name: 'nameless.example', url: 'https://nameless.example/feed', category: 'news' },
    ]);
  });

  test('cut off or broken, they give what they have', () => {
    expect(readOpml(LIST.slice(0, LIST.indexOf('<outline text="Inner"')))).toHaveLength(1);
    expect(readOpml('<opml>&<outline text=a xmlUrl=https://a.example/f>')).toEqual([
      { name: 'a', url: 'https://a.example/f' },
    ]);
    expect(readOpml('')).toEqual([]);
  });

  test('are read back as they were written', () => {
    const sources = [
      {
        name: 'A "quoted" <name> & more',
        url: 'https://a.example/f?x=1&y=2',
        site: 'https://a.example/',
        category: 'أخبار & رياضة',
      },
      { name: 'Second', url: 'https://b.example/f', category: 'أخبار & رياضة' },
      { name: 'Alone', url: 'https://c.example/f' },
    ];
    const written = writeOpml(sources, 'Mujaz & موجز');
    expect(written).toContain('<title>Mujaz &amp; موجز</title>');
    expect(readOpml(written)).toEqual(sources);
  });
});
