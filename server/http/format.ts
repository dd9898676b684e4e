/** The two forms that an answer can take. */
export type AnswerFormat = 'json' | 'csv'

/** `?format=` decides; without it the better liked of the two in `Accept`, JSON on a draw. */
export function formatOf(query: Record<string, string>, accept: string | undefined): AnswerFormat {
  if (query.format !== undefined) return query.format === 'csv' ? 'csv' : 'json'
  if (!accept?.includes('text/csv')) return 'json'
  const likes = accept.split(',').map(part => {
    const [type = '', ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase())
    const weight = parameters.find(parameter => parameter.startsWith('q='))
    return { type, quality: weight ? Number(weight.slice(2)) || 0 : 1 }
  })
  const liking = (type: string) => Math.max(0, ...likes.filter(like => like.type === type).map(like => like.quality))
  return liking('text/csv') > liking('application/json') ? 'csv' : 'json'
}
