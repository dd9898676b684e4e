/** FNV-1a over the UTF-16 units of a text: the seed of an app. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** A number in [0, 1) that depends on nothing but its arguments (murmur3's finalizer over both). */
export function roll(seed: number, day: number, channel: number): number {
  let hash = seed ^ Math.imul(day + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(channel + 0x7f4a7c15, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000
}

/** A factor in [1 - spread, 1 + spread], most often near 1. */
export const wobble = (seed: number, day: number, channel: number, spread: number): number =>
  1 + spread * (roll(seed, day, channel) + roll(seed, day, channel + 5_000) - 1)
