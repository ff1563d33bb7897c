import type { GramVector } from './gram-vector.ts';
import { nthLargest } from './selection.ts';

/** The `count` heaviest grams of a vector, scaled to unit length again; of equal weights at the edge those with the least ids. */
export function heaviest(vector: GramVector, count: number): GramVector {
  const { ids, weights } = vector;
  if (ids.length <= count) return vector;
  const least = nthLargest(weights, count);
  const keptIds = new Uint32Array(count);
  const keptWeights = new Float32Array(count);
  // Those of the least weight fill what the heavier ones leave.
  let room = weights.reduce((left, weight) => (weight > least ? left - 1 : left), count);
  let size = 0;
  let squares = 0;
  for (let at = 0; at < ids.length && size < count; at++) {
    const weight = weights[at] ?? 0;
    if (weight < least || (weight === least && room-- <= 0)) continue;
    keptIds[size] = ids[at] ?? 0;
    keptWeights[size] = weight;
    squares += weight * weight;
    size++;
  }
  return { ids: keptIds.subarray(0, size), weights: scaled(keptWeights.subarray(0, size), squares) };
}

/** The centre of `members` vectors whose centre is `centre`, and one more; of unit length. */
export function joinedCentre(centre: GramVector, members: number, vector: GramVector): GramVector {
  const ids = new Uint32Array(centre.ids.length + vector.ids.length);
  const weights = new Float32Array(ids.length);
  let [i, j, size, squares] = [0, 0, 0, 0];
  while (i < centre.ids.length || j < vector.ids.length) {
    const left = centre.ids[i] ?? Number.POSITIVE_INFINITY;
    const right = vector.ids[j] ?? Number.POSITIVE_INFINITY;
    let weight = 0;
    if (left <= right) weight += members * (centre.weights[i++] ?? 0);
    if (right <= left) weight += vector.weights[j++] ?? 0;
    ids[size] = Math.min(left, right);
    weights[size] = weight;
    squares += weight * weight;
    size++;
  }
  return { ids: ids.slice(0, size), weights: scaled(weights.slice(0, size), squares) };
}

/** The weights themselves, of unit length. */
function scaled(weights: Float32Array, squares: number): Float32Array {
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) / length;
  return weights;
}
