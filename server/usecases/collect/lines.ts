const NEWLINE = 10

/** A line of a stream; `null`: longer than is looked at. */
export type Line = Buffer | null

/**
 * The lines of a stream of bytes, without their ends, no more than one chunk and one line of it in memory.
 * @param limit bytes of a line
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Line> {
  let begun: Buffer[] = []
  let size = 0
  const add = (piece: Buffer) => {
    size += piece.length
    if (size <= limit) begun.push(piece)
    else begun = []
  }
  const end = (): Line => {
    const line = size > limit ? null : begun.length === 1 ? (begun[0] ?? null) : Buffer.concat(begun)
    begun = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at))
      from = at + 1
      yield end()
    }
    if (from < chunk.length) add(chunk.subarray(from))
  }
  if (size > 0) yield end()
}
