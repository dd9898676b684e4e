import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** Path in the repository (with `/`) → text. The rules read nothing else, so that a few made-up files can prove that they bite. */
export type Sources = ReadonlyMap<string, string>

export interface Import {
  from: string
  /** A path in the repository, or the name of a package or built-in module. */
  to: string
  isPackage: boolean
  /** Erased by the compiler: costs no byte at run time. */
  typeOnly: boolean
}

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Every TypeScript file under the given folders; a folder that does not exist yet has none. */
export function readSources(...folders: string[]): Sources {
  return new Map(
    folders.flatMap(folder => filesUnder(folder)).map(file => [file, readFileSync(path.join(ROOT, file), 'utf8')]),
  )
}

function filesUnder(folder: string): string[] {
  const full = path.join(ROOT, folder)
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(full, { recursive: true })
    .map(name => path.posix.join(folder, String(name).split(path.sep).join('/')))
    .filter(name => /\.(ts|tsx|mts|cts)$/.test(name) && !name.includes('node_modules/'))
    .sort()
}

export function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind)
}

/** Calls `visit` for every node of a file. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  ts.forEachChild(node, child => walk(child, visit))
}

/** Every import, re-export, `import()`, `require()` and `import('…')` type of the files. */
export function importsOf(sources: Sources): Import[] {
  const found: Import[] = []
  for (const [from, text] of sources) {
    walk(parse(from, text), node => {
      const named = specifierOf(node)
      if (named) found.push({ from, ...resolve(from, named.specifier, sources), typeOnly: named.typeOnly })
    })
  }
  return found
}

function specifierOf(node: ts.Node): { specifier: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier, isTypeImport(node.importClause))
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return literal(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return literal(node.argument.literal, !node.isTypeOf)
  if (!ts.isCallExpression(node)) return null
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  const isDynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword
  const [first] = node.arguments
  return first && (isRequire || isDynamic) ? literal(first, false) : null
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every(element => element.isTypeOnly)
}

function literal(node: ts.Node, typeOnly: boolean) {
  return ts.isStringLiteralLike(node) ? { specifier: node.text, typeOnly } : null
}

const ENDINGS = ['', '.ts', '.tsx', '.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx', '/index.ts', '/index.tsx']

function resolve(from: string, specifier: string, sources: Sources): { to: string; isPackage: boolean } {
  const base = specifier.startsWith('@/')
    ? `src/${specifier.slice(2)}`
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null
  if (base === null) return { to: specifier, isPackage: true }
  const ending = ENDINGS.find(end => sources.has(base + end)) ?? ''
  return { to: base + ending, isPackage: false }
}
