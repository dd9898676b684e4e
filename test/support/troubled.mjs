import fs, { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Loaded into a server, and each of its threads, before anything else: clock and disk behave as the file that `TROUBLES` names
 * says, which is looked at again and again. `clockMs` is added to the time; whatever waits for the disk takes `diskMs` longer.
 */
const LOOK_MS = 20
const troubles = { clockMs: 0, diskMs: 0 }
const look = () => {
  try {
    Object.assign(troubles, JSON.parse(readFileSync(process.env.TROUBLES, 'utf8')))
  } catch {
    // being written
  }
}
look()
setInterval(look, LOOK_MS).unref()

const { now } = Date
const shifted = () => now() + troubles.clockMs
globalThis.Date = new Proxy(Date, {
  construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [shifted()] : given, asked),
  apply: target => String(new target(shifted())),
  get: (target, key) => (key === 'now' ? shifted : Reflect.get(target, key)),
})

/** As long as the trouble lasts, not as long as it was to last when it began. */
const lasts = began => performance.now() < began + troubles.diskMs
const wait = async () => {
  for (const began = performance.now(); lasts(began); ) await sleep(LOOK_MS)
}
const waitHere = () => {
  const cell = new Int32Array(new SharedArrayBuffer(4))
  for (const began = performance.now(); lasts(began); look()) Atomics.wait(cell, 0, 0, LOOK_MS)
}

const handle = await open(import.meta.filename)
const files = Object.getPrototypeOf(handle)
await handle.close()
for (const name of ['sync', 'datasync']) {
  const own = files[name]
  files[name] = async function () {
    await wait()
    return own.call(this)
  }
}
for (const name of ['fsync', 'fdatasync']) {
  const [own, ownHere] = [fs[name], fs[`${name}Sync`]]
  fs[name] = (file, heard) => void wait().then(() => own(file, heard))
  fs[`${name}Sync`] = file => {
    waitHere()
    ownHere(file)
  }
}
/** A file may be open so that each write waits for the disk. */
const { write } = fs
const STANDARD_ERROR = 2
fs.write = (file, ...rest) => {
  if (file <= STANDARD_ERROR || troubles.diskMs === 0) return write(file, ...rest)
  void wait().then(() => write(file, ...rest))
}
syncBuiltinESMExports()
