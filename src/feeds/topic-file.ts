import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Topic } from '../domain/topic.ts';
import { topicShape } from '../domain/topic.ts';

const FILE = new URL('../../data/topics.json', import.meta.url);

/** The topics that ship with the product, in the order of their menu. */
export async function readTopics(): Promise<Topic[]> {
  return z.array(topicShape).parse(JSON.parse(await readFile(FILE, 'utf8')));
}
