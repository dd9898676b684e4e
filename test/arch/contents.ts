import ts from 'typescript'
import { type Import, parse, type Sources, walk } from './sources.ts'

/** Files longer than the hard stop: each one is a question of whether it is one thing. */
export function longFiles(sources: Sources, limit: number): string[] {
  return [...sources]
    .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ file, lines }) => `${file} has ${lines} lines`)
}

/** Files that read `object.property` (or the same name out of `node:object`), outside of those that may. */
export function readersOf(sources: Sources, object: string, property: string | null, mayRead: RegExp): string[] {
  return [...sources]
    .filter(([file, text]) => !mayRead.test(file) && reads(parse(file, text), object, property))
    .map(([file]) => file)
}

function reads(source: ts.SourceFile, object: string, property: string | null): boolean {
  let found = false
  walk(source, node => {
    const isAccess =
      ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === object
    if (isAccess && (property === null || node.name.text === property)) found = true
    const isImport = ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)
    if (isImport && new RegExp(`^(node:)?${object}$`).test((node.moduleSpecifier as ts.StringLiteral).text))
      found = true
  })
  return found
}

/** Client files that import a schema as a value: the whole validator would go into the bundle. Types are free. */
export function schemaValuesInClient(imports: readonly Import[]): string[] {
  const values = imports.filter(edge => !edge.typeOnly)
  const heavy = new Set(values.filter(edge => edge.isPackage && /^typebox(\/|$)/.test(edge.to)).map(edge => edge.from))
  for (let grew = true; grew; ) {
    const reached = values.filter(
      edge => edge.from.startsWith('src/contract/') && heavy.has(edge.to) && !heavy.has(edge.from),
    )
    for (const edge of reached) heavy.add(edge.from)
    grew = reached.length > 0
  }
  const isClient = (file: string) => file.startsWith('src/') && !file.startsWith('src/contract/')
  return values
    .filter(edge => isClient(edge.from) && (heavy.has(edge.to) || /^typebox(\/|$)/.test(edge.to)))
    .map(edge => `${edge.from} imports ${edge.to}`)
}

const SECRETS: Record<string, RegExp> = {
  'an upstream address': /api\.weixin\.qq\.com/,
  'a literal secret':
    /\b(app_?secret|secret|master_?key|access_?token|session_?key|password)\b["']?\s*[:=]\s*["'`][A-Za-z0-9+/=_-]{12,}["'`]/i,
  'what looks like an AppSecret': /["'`][0-9a-f]{32}["'`]/,
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
}

/** What a client text must never carry, in words; the secret itself is not repeated. */
export function secretsIn(text: string): string[] {
  return Object.entries(SECRETS)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => what)
}

/** Dependencies whose version is not one exact version. */
export function looseVersions(manifest: Record<string, unknown>): string[] {
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides']
  const entries = groups.flatMap(group => Object.entries((manifest[group] ?? {}) as Record<string, string>))
  return entries
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    .map(([name, version]) => `${name}@${version}`)
}
