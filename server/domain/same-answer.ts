/** Whether two answers of WeChat's differ in nothing but the order of their fields and rows, which it does not promise. */
export function isSameAnswer(one: string, other: string): boolean {
  if (one === other) return true
  try {
    return inOneOrder(JSON.parse(one)) === inOneOrder(JSON.parse(other))
  } catch {
    return false
  }
}

function inOneOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneOrder).sort().join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${inOneOrder(field)}`)
  return `{${fields.sort().join(',')}}`
}
