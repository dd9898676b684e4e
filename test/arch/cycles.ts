import type { Import } from './sources.ts'

/** Every ring of imports, as `a → b → a`; types make one too: files that know of each other are read together. */
export function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, isPackage } of imports) {
    if (!isPackage) next.set(from, [...(next.get(from) ?? []), to])
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
