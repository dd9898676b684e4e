import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A disk that is soon full. */
export interface SmallDisk {
  /** Takes every byte that is left, as somebody else's files would. */
  fill(): void
  /** Gives them back. */
  clear(): void
}

/** Mounts a real disk of so many megabytes on a new folder, for one test; `null` where this user may not. */
export function smallDisk(folder: string, megabytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const filler = path.join(folder, 'filler')
  return {
    fill() {
      for (const bytes of [1 << 20, 1 << 12]) fillBy(filler, bytes)
    },
    clear: () => rmSync(filler, { force: true }),
  }
}

function fillBy(file: string, bytes: number) {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
  } catch {
    // as full as it gets
  }
}
