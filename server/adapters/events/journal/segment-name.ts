/** A file that is ready to become a segment: what stands in it is older than all segments. */
export const SPARE = 'spare'
const NAME = /^(\d{8,15})\.journal$/

/** Segments sort by name as they were begun. */
export const segmentName = (number: number): string => `${String(number).padStart(8, '0')}.journal`

/** Numbers of the segments among the files of a folder, oldest first; whatever else lies there is not ours. */
export function segmentNumbers(names: readonly string[]): number[] {
  return names
    .flatMap(name => {
      const number = NAME.exec(name)?.[1]
      return number === undefined ? [] : [Number(number)]
    })
    .sort((one, other) => one - other)
}
