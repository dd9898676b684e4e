/** `a/../b/./c` → `b/c`; a path that climbs out of the root stays at the root. */
export function normalize(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Resolves what a file names: from the root when it starts with `/`, else from the file's own folder. */
export function resolveFrom(file: string, target: string): string {
  return normalize(target.startsWith('/') ? target : `${folderOf(file)}/${target}`)
}

export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))
