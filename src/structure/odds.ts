/**
 * Exponential functions from + − × ÷, bits and tables only, so that every engine computes the same
 * bits: ECMAScript leaves the precision of `Math.exp` and `Math.log` to the engine.
 */

/** The natural logarithm of 2, in a part whose small multiples are exact, and the rest. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** The powers of 2 from the least subnormal to the greatest double, by exponent + 1074. */
const powers = ((): Float64Array => {
  const out = new Float64Array(2098);
  out[1074] = 1;
  for (let i = 1075; i < out.length; i++) out[i] = (out[i - 1] as number) * 2;
  for (let i = 1073; i >= 0; i--) out[i] = (out[i + 1] as number) / 2;
  return out;
})();

/** The coefficients of the series of eˣ, from the highest degree down. */
const terms = ((): Float64Array => {
  const out = new Float64Array(14);
  let factorial = 1;
  for (let n = 0; n < out.length; n++) {
    if (n > 0) factorial *= n;
    out[out.length - 1 - n] = 1 / factorial;
  }
  return out;
})();

const bits = new DataView(new ArrayBuffer(8));

/**
 * Returns eˣ.
 *
 * @param x Any number.
 * @returns The power, with a relative error of at most 1e-12 where it is a normal double.
 */
export function exponential(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.floor(x / ln2High + 0.5);
  const rest = x - k * ln2High - k * ln2Low;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum = sum * rest + (terms[i] as number);
  // 2¹⁰²⁴ is no double, but half the sum times it may be one.
  if (k > 1023) return sum * 2 * (powers[k + 1073] as number);
  return k < -1074 ? 0 : sum * (powers[k + 1074] as number);
}

/**
 * Returns the natural logarithm.
 *
 * @param x Any number.
 * @returns Its logarithm, with a relative error of at most 1e-12; −∞ for 0, NaN below.
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const isSubnormal = x < 2.2250738585072014e-308;
  bits.setFloat64(0, isSubnormal ? x * 18014398509481984 : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.5) {
    mantissa /= 2;
    exponent += 1;
  }
  // ln m = 2 artanh((m − 1) ÷ (m + 1)), whose argument is at most 0.2.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let n = 23; n > 0; n -= 2) sum = sum * square + 1 / n;
  return exponent * ln2High + (exponent * ln2Low + 2 * ratio * sum);
}

/**
 * Returns the probability that belongs to log-odds.
 *
 * @param x Log-odds.
 * @returns 1 ÷ (1 + e⁻ˣ), with a relative error of at most 1e-12.
 */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exponential(-x));
  const odds = exponential(x);
  return odds / (1 + odds);
}
