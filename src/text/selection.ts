/** The `nth` largest of some numbers, counting from 1, without sorting them; 0 when there are fewer (Hoare's selection, 1961). */
export function nthLargest(numbers: Float32Array | Float64Array, nth: number): number {
  const some = numbers.slice();
  const wanted = some.length - nth;
  if (wanted < 0) return 0;
  let [low, high] = [0, some.length - 1];
  while (low < high) {
    const pivot = some[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((some[left] ?? 0) < pivot) left++;
      while ((some[right] ?? 0) > pivot) right--;
      if (left > right) break;
      const swapped = some[left] ?? 0;
      some[left++] = some[right] ?? 0;
      some[right--] = swapped;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return some[wanted] ?? 0;
}
