import type { StoredName } from './engine.ts'

const DAY_MS = 86_400_000
/** Bits for each name; with ten probes one of ten thousand strangers passes for known. */
const BITS_OF_A_NAME = 20
const PROBES = 10
const SMALLEST_LOG2_BITS = 17
const LARGEST_LOG2_BITS = 25

/** Bits of one layer; a layer that is full is followed by one of four times its size. */
class Layer {
  readonly #bits: Uint32Array
  readonly #mask: number
  readonly log2: number
  #room: number

  constructor(log2: number) {
    this.log2 = log2
    this.#bits = new Uint32Array(2 ** (log2 - 5))
    this.#mask = 2 ** log2 - 1
    this.#room = Math.floor(2 ** log2 / BITS_OF_A_NAME)
  }

  get isFull(): boolean {
    return this.#room <= 0
  }

  add(one: number, other: number): void {
    this.#room--
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (one + Math.imul(probe, other)) & this.#mask
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
    }
  }

  has(one: number, other: number): boolean {
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (one + Math.imul(probe, other)) & this.#mask
      if (((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
    }
    return true
  }
}

/**
 * Which names of batches may have been here, by day: never wrong about a name that was, seldom about one that was not.
 * 2.5 MB for a million names, 4 MB more at most for the layer that is being filled.
 */
export class NameFilter {
  readonly #days = new Map<number, Layer[]>()

  /** @param name its hash */
  add({ high, low, receivedAt }: StoredName): void {
    const day = Math.floor(receivedAt / DAY_MS)
    const layers = this.#days.get(day) ?? []
    if (layers.length === 0) this.#days.set(day, layers)
    let layer = layers.at(-1)
    if (!layer || layer.isFull) {
      layer = new Layer(layer ? Math.min(layer.log2 + 2, LARGEST_LOG2_BITS) : SMALLEST_LOG2_BITS)
      layers.push(layer)
    }
    layer.add(high, low | 1)
  }

  mayHave({ high, low }: Pick<StoredName, 'high' | 'low'>): boolean {
    for (const layers of this.#days.values()) for (const layer of layers) if (layer.has(high, low | 1)) return true
    return false
  }

  /** Forgets the days that ended before. */
  forget(before: number): void {
    for (const day of this.#days.keys()) if ((day + 1) * DAY_MS <= before) this.#days.delete(day)
  }
}
