/** A stretch of the x axis; half a step around each index, cut at the ends. */
export interface Band {
  from: number
  to: number
}

/** Neighbouring marked indexes as one stretch each. */
export function bands(marked: readonly boolean[]): Band[] {
  const found: Band[] = []
  marked.forEach((on, at) => {
    if (!on) return
    const last = found[found.length - 1]
    if (last && last.to === at - 0.5) last.to = at + 0.5
    else found.push({ from: at - 0.5, to: at + 0.5 })
  })
  const end = marked.length - 1
  return found.map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(end, to) }))
}

/**
 * Which indexes get a label: the first, the last, and between them round steps (7 for weeks of days), `most` at most,
 * none so near to the last that they would touch.
 */
export function labelPlaces(count: number, most = 5): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at)
  const last = count - 1
  for (const step of [2, 3, 4, 5, 7, 10, 14, 15, 20, 28, 30, 60, 90]) {
    const places = placesEvery(step, last)
    if (places.length <= most) return places
  }
  return placesEvery(Math.ceil(last / (most - 1)), last)
}

function placesEvery(step: number, last: number): number[] {
  const places: number[] = []
  for (let at = 0; at <= last - step * 0.75; at += step) places.push(at)
  return [...places, last]
}

/** Every second place where large text leaves no room for all: both ends stay. */
export const everySecond = (places: readonly number[]): number[] =>
  places.filter((_, at) => at % 2 === 0 || at === places.length - 1)

/** The index nearest to a place on the axis. */
export function nearestIndex(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(place)))
}
