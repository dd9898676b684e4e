import type { Import } from './sources.ts'

/** Every ring of imports that costs something at run time, as `a → b → a`; types alone make no ring. */
export function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, isPackage, typeOnly } of imports) {
    if (!isPackage && !typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  }
  const rings: string[] = []
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) rings.push([...path.slice(start), file].join(' → '))
    if (start >= 0 || finished.has(file)) return
    for (const target of next.get(file) ?? []) visit(target, [...path, file])
    finished.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return rings
}
