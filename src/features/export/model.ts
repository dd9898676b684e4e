import type { App } from '../../contract/apps'
import type { Range } from '../../lib/periods'

/** Whether a person may take tables along; an admin may, and nobody before the app is known. */
export const mayExport = (app: Pick<App, 'role' | 'scopes'> | null): boolean =>
  app !== null && (app.role === 'admin' || app.scopes.includes('export'))

/** `青禾生鲜到家 来源分析 2026-06-15_2026-07-14.csv`, without what a file name may not hold. */
export function fileName(app: Pick<App, 'name'>, report: string, { from, to }: Range, ending = 'csv'): string {
  const days = from === to ? from : `${from}_${to}`
  return `${app.name} ${report} ${days}.${ending}`.replace(/[\\/:*?"<>|\p{C}]/gu, '_')
}
