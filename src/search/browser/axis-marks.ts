/** Returns the marks of an axis from 0 to a value at or above a maximum: 1, 2 or 5 times a power of ten apart. */
export function axisMarks(maximum: number, isWhole: boolean): readonly number[] {
  if (maximum <= 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(maximum / 3));
  const least = isWhole ? 1 : 0;
  const step = Math.max(
    least,
    [1, 2, 5, 10].map((n) => n * power).find((n) => maximum / n <= 4) ?? 10 * power,
  );
  const count = Math.ceil(maximum / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}
