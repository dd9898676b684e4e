import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Runs `work` while no other process runs work of the same name in the same tree.
 * The lock lives outside the tree, since an install empties `node_modules`. A lock whose holder is dead is void.
 * @template T
 * @param {string} root the tree
 * @param {string} name what is being done, for the words on the screen
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function alone(root, name, work) {
  const file = lockFile(root, name)
  let told = false
  while (!take(file)) {
    if (!told) process.stdout.write(`Another process is at "${name}" in this folder; waiting for it …\n`)
    told = true
    await sleep(300)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function lockFile(root, name) {
  const id = createHash('sha256').update(root).update(name).digest('hex').slice(0, 16)
  return path.join(tmpdir(), `data-assistant-${id}.lock`)
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isAlive(holderOf(file))) rmSync(file, { force: true })
  return false
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null
  } catch {
    return null
  }
}

function isAlive(pid) {
  // just created and not written yet, or just released: look again
  if (pid === null) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
