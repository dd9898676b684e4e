import { roll, seedOf } from '../traffic/hash.ts'

/** Blocks of 8 × 8 pixels on each side. */
const side = 45
const spokes = 60
/** Quantizer that makes one step between black and white exactly 128. */
const quantizer = 16

/** Rays of varying length around an empty middle, as the platform's round codes look. */
function isDark(seed: number, x: number, y: number): boolean {
  const dx = x - (side - 1) / 2
  const dy = y - (side - 1) / 2
  const radius = Math.hypot(dx, dy)
  const spoke = Math.round((Math.atan2(dy, dx) / (2 * Math.PI)) * spokes + spokes) % spokes
  return radius > 9 && radius < 22 && spoke % 2 === 0 && roll(seed, spoke, Math.floor(radius / 2.2)) < 0.62
}

const segment = (marker: number, bytes: readonly number[]) => [
  0xff,
  marker,
  (bytes.length + 2) >> 8,
  (bytes.length + 2) & 0xff,
  ...bytes,
]
const bits = (value: number, length: number) => value.toString(2).padStart(length, '0')

/** Huffman code of a change of brightness and its value bits: none 0, half 10, whole 110; then the end-of-block 0. */
function changeBits(change: number): string {
  if (change === 0) return '00'
  const length = Math.abs(change) === 64 ? 7 : 8
  const value = change > 0 ? change : change + 2 ** length - 1
  return `${length === 7 ? '10' : '110'}${bits(value, length)}0`
}

/** A baseline grey JPEG of flat blocks (360 × 360): the smallest true image that differs from scene to scene. */
export function codeImage(text: string): Uint8Array {
  const seed = seedOf(text)
  let stream = ''
  let before = 0
  for (let block = 0; block < side * side; block++) {
    const level = isDark(seed, block % side, Math.floor(block / side)) ? -64 : 64
    stream += changeBits(level - before)
    before = level
  }
  const scan: number[] = []
  for (let start = 0; start < stream.length; start += 8) {
    const byte = Number.parseInt(stream.slice(start, start + 8).padEnd(8, '1'), 2)
    scan.push(byte)
    if (byte === 0xff) scan.push(0)
  }
  const pixels = side * 8
  const none = (count: number) => new Array<number>(count).fill(0)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...new Array<number>(64).fill(quantizer)]),
    ...segment(0xc0, [8, pixels >> 8, pixels & 0xff, pixels >> 8, pixels & 0xff, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, 1, 1, 1, ...none(13), 0, 7, 8]),
    ...segment(0xc4, [0x10, 1, ...none(15), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
  ])
}
