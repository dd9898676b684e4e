import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { barColours } from '../../../src/platform/bar-colours.ts'

it('draws around a page chosen dark or light by hand what WeChat draws by itself', async () => {
  const theme: unknown = JSON.parse(await readFile(new URL('../../../src/theme.json', import.meta.url), 'utf8'))
  expect(barColours).toEqual(theme)
})
