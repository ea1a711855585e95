/** Numbers from 0 to below 1, always the same ones for the same seed. */
export type Rng = () => number

/** A generator from any text: Mulberry32 over an FNV-1a hash. Good enough to look human; not for secrets. */
export function createRng(seed: string): Rng {
  let hash = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193)
  let a = hash >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
