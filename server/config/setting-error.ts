/** A setting that stops the start. Its message is one line: which, what is wrong, what to write; never the value. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
  constructor(
    readonly setting: string,
    complaint: string,
  ) {
    super(`${setting} ${complaint}`)
  }
}
