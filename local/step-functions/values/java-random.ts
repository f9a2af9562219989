/** The service's seeded `$random` is Java's `java.util.Random`: a linear congruential generator of 48 bits. */

const MULTIPLIER = 0x5deece66dn;
const INCREMENT = 0xbn;
const MASK = (1n << 48n) - 1n;

/** The first `nextDouble()` of `new Random(seed)`, for a whole seed. */
export function seededRandom(seed: number): number {
  const first = step((BigInt(seed) ^ MULTIPLIER) & MASK);
  const second = step(first);
  return Number(((first >> 22n) << 27n) + (second >> 21n)) / 2 ** 53;
}

const step = (state: bigint) => (state * MULTIPLIER + INCREMENT) & MASK;
