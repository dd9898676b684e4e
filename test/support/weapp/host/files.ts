import { utf8Length } from './set-data.ts'

/** Where a mini program may write. */
export const USER_FOLDER = 'wxfile://usr'
/** Where WeChat puts what a mini program downloads without saying where. */
const TEMPORARY_FOLDER = 'wxfile://tmp_'

/** A person's files of this mini program, gone with the phone. Text is kept as it is, bytes as one character each. */
export class Files {
  private readonly contents = new Map<string, ArrayBuffer | string>()
  private temporary = 0

  /** @throws Error in WeChat's words when the place is not the mini program's own */
  write(path: string, data: ArrayBuffer | string) {
    if (!path.startsWith(`${USER_FOLDER}/`)) throw new Error(`permission denied, open "${path}"`)
    this.contents.set(path, data)
  }

  /** Keeps a download that names no place; answers its path. */
  keepTemporary(data: ArrayBuffer): string {
    const path = `${TEMPORARY_FOLDER}${++this.temporary}`
    this.contents.set(path, data)
    return path
  }

  has(path: string): boolean {
    return this.contents.has(path)
  }

  /** @throws Error in WeChat's words when there is no such file */
  read(path: string): ArrayBuffer | string {
    const data = this.contents.get(path)
    if (data === undefined) throw new Error(`no such file or directory, open "${path}"`)
    return data
  }

  /** @throws Error in WeChat's words when there is no such file */
  remove(path: string) {
    if (!this.contents.delete(path)) throw new Error(`no such file or directory, open "${path}"`)
  }

  /** As UTF-8; a mark at its start stays. */
  text(path: string): string {
    const data = this.read(path)
    return typeof data === 'string' ? data : textOf(data)
  }

  /** Bytes. */
  size(path: string): number {
    const data = this.read(path)
    return typeof data === 'string' ? utf8Length(data) : data.byteLength
  }
}

/** By its tag: a mini program's own bytes may belong to another realm. */
export const isBytes = (data: unknown): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]'

export const bytesIn = (base64: string): ArrayBuffer =>
  Uint8Array.from(window.atob(base64), character => character.charCodeAt(0)).buffer

export function encoded(data: ArrayBuffer): string {
  let characters = ''
  for (const byte of new Uint8Array(data)) characters += String.fromCharCode(byte)
  return window.btoa(characters)
}

/** UTF-8 without the help of a browser's decoder, which would take a byte order mark away. */
export function textOf(data: ArrayBuffer): string {
  const bytes = [...new Uint8Array(data)]
  return decodeURIComponent(bytes.map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''))
}
