/** What a text body says: JSON when declared as such and well-formed, else the text; null when empty. */
export function parseBody(text: string, contentType: string): unknown {
  if (text === '') return null
  if (!/[/+]json\b/.test(contentType)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
