/** The field's measures over ranked answers and groupings; all are shares from 0 to 1. */

/** Reciprocal rank of the first relevant answer among the first ten, 0 if there is none (MRR@10 is its mean). */
export function reciprocalRank(answers: readonly string[], relevant: ReadonlySet<string>): number {
  const at = answers.slice(0, 10).findIndex((id) => relevant.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Share of the relevant that stand among the first ten answers. */
export function recallAt10(answers: readonly string[], relevant: ReadonlySet<string>): number {
  if (relevant.size === 0) return 0;
  return answers.slice(0, 10).filter((id) => relevant.has(id)).length / relevant.size;
}

/**
 * Normalised discounted cumulative gain of the first five answers (Järvelin and Kekäläinen 2002), with gain
 * 2^grade - 1. What nobody judged counts as not related.
 */
export function ndcgAt5(answers: readonly string[], grades: ReadonlyMap<string, number>): number {
  const gain = (list: readonly number[]) =>
    list.slice(0, 5).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(answers.map((id) => grades.get(id) ?? 0)) / ideal;
}

export interface Bcubed {
  precision: number;
  recall: number;
  f1: number;
}

/** B-cubed of a grouping against labels (Bagga and Baldwin 1998): per item, then the mean. */
export function bcubed(items: readonly { group: unknown; label: unknown }[]): Bcubed {
  const count = (key: (item: { group: unknown; label: unknown }) => unknown) => {
    const sizes = new Map<unknown, number>();
    for (const item of items) sizes.set(key(item), (sizes.get(key(item)) ?? 0) + 1);
    return sizes;
  };
  const pair = (item: { group: unknown; label: unknown }) => JSON.stringify([item.group, item.label]);
  const [groups, labels, both] = [count((item) => item.group), count((item) => item.label), count(pair)];
  let [precision, recall] = [0, 0];
  for (const item of items) {
    const shared = both.get(pair(item)) ?? 0;
    precision += shared / (groups.get(item.group) ?? 1);
    recall += shared / (labels.get(item.label) ?? 1);
  }
  precision /= items.length || 1;
  recall /= items.length || 1;
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
