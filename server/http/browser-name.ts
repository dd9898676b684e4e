const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/[\d.]+ .*Safari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (table: [RegExp, string][], text: string) => table.find(([form]) => form.test(text))?.[1]

/**
 * A browser in a person's words, `Chrome · Windows`; `null` when it says nothing that we know. Only our own words come
 * out, so a made-up `User-Agent` cannot put its own before somebody who is about to agree.
 */
export function browserName(userAgent: string): string | null {
  const seen = userAgent.slice(0, 512)
  const parts = [nameIn(browsers, seen), nameIn(systems, seen)].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : null
}
