import type { Import } from './sources.ts'

/** A room and the rooms below it; a room may always import itself. The longest matching prefix names a file's room. */
const ROOMS: Record<string, readonly string[]> = {
  'src/contract': [],
  'src/lib': ['src/contract'],
  'src/platform': ['src/lib', 'src/contract'],
  'src/api': ['src/platform', 'src/lib', 'src/contract'],
  'src/ui': ['src/platform', 'src/lib', 'src/contract'],
  'src/charts': ['src/ui', 'src/platform', 'src/lib', 'src/contract'],
  'src/features': ['src/ui', 'src/charts', 'src/api', 'src/platform', 'src/lib', 'src/contract'],
  'src/pages': ['src/features', 'src/ui', 'src/charts', 'src/api', 'src/platform', 'src/lib', 'src/contract'],
  'src/access': ['src/features', 'src/ui', 'src/api', 'src/platform', 'src/lib', 'src/contract'],
  // a style that one report alone needs travels with it
  'src/reports': [
    'src/features',
    'src/ui',
    'src/charts',
    'src/api',
    'src/platform',
    'src/lib',
    'src/contract',
    'src/styles',
  ],
  src: ['src/features', 'src/ui', 'src/api', 'src/platform', 'src/lib', 'src/contract', 'src/styles'],

  sdk: [],
  'sdk/examples': ['sdk'],

  'server/errors.ts': ['src/contract'],
  'server/domain': ['server/errors.ts', 'src/contract'],
  'server/ports': ['server/domain', 'src/contract'],
  'server/config': ['server/domain', 'server/errors.ts', 'src/contract'],
  'server/usecases': ['server/ports', 'server/domain', 'server/errors.ts', 'src/contract'],
  'server/http': ['server/usecases', 'server/ports', 'server/domain', 'server/errors.ts', 'src/contract'],
  'server/app.ts': [
    'server/http',
    'server/usecases',
    'server/ports',
    'server/domain',
    'server/errors.ts',
    'src/contract',
  ],
  'server/adapters': [
    'server/ports',
    'server/domain',
    'server/errors.ts',
    'server/config/setting-error.ts',
    'server/config/master-key.ts',
    'src/contract',
  ],
  // the demo's visitors are phones with the SDK
  'server/sandbox': ['sdk'],
  'server/deps.ts': ['server', 'src/contract'],
  'server/entries': ['server', 'src/contract'],
}

const NAMES = Object.keys(ROOMS).sort((one, other) => other.length - one.length)

/** Only the demo's entry may set the sandbox up; production entries must not carry it. */
const MAY_USE_SANDBOX = 'server/entries/demo'

/** Imports that point up, sideways between rooms, or out of the tree; one sentence each. */
export function forbiddenArrows(imports: readonly Import[]): string[] {
  return imports.filter(edge => !edge.isPackage && !isAllowed(edge)).map(edge => `${edge.from} imports ${edge.to}`)
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const home = roomOf(from)
  if (home === undefined) return true
  const target = roomOf(to)
  if (target === 'server/sandbox' && home !== 'server/sandbox') return from.startsWith(MAY_USE_SANDBOX)
  // ports are interfaces: the domain may name their types
  if (isInside(to, home) || (typeOnly && home === 'server/domain' && target === 'server/ports')) return true
  return (ROOMS[home] ?? []).some(below => isInside(to, below))
}

const isInside = (file: string, room: string) => file === room || file.startsWith(`${room}/`)

function roomOf(file: string): string | undefined {
  return NAMES.find(name => isInside(file, name))
}

/** Rooms that compute and nothing else: which packages they may use. */
const PURE: Record<string, readonly string[]> = {
  'src/contract': ['typebox', 'dayjs'],
  'src/lib': ['dayjs'],
  'server/domain': ['node:crypto', 'dayjs'],
  'sdk/examples': ['data-assistant-sdk', '@tarojs', 'react'],
  sdk: [],
}

/** Packages imported by a room that should be pure. */
export function impureImports(imports: readonly Import[]): string[] {
  const isPure = ({ from, to, isPackage }: Import) => {
    const room = Object.keys(PURE).find(name => isInside(from, name))
    return !isPackage || room === undefined || (PURE[room] ?? []).some(name => to === name || to.startsWith(`${name}/`))
  }
  return imports.filter(edge => !isPure(edge)).map(edge => `${edge.from} imports ${edge.to}`)
}
