const KEPT_HEAD = 9

/**
 * A page path shortened in its middle, so that the end, which tells pages apart, stays:
 * `packageMall/pages/goods/detail` → `packageMa…/goods/detail`.
 */
export function shortPath(path: string, length = 24): string {
  if (path.length <= length) return path
  const parts = path.split('/')
  const two = `/${parts.slice(-2).join('/')}`
  const one = `/${parts.slice(-1).join('/')}`
  const tail = parts.length > 2 && two.length <= length - 4 ? two : one
  if (tail.length > length - 4) return `${path.slice(0, KEPT_HEAD)}…${path.slice(KEPT_HEAD + 1 - length)}`
  return `${path.slice(0, Math.max(3, Math.min(KEPT_HEAD, length - 1 - tail.length)))}…${tail}`
}
