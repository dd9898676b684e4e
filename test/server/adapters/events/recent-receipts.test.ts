import { expect, it } from 'vitest'
import { RecentReceipts } from '../../../../server/adapters/events/recent-receipts.ts'

const LEAST = 100
const receipt = (accepted: number) => ({ duplicate: false, accepted, rejected: [] })

function kept(count: number) {
  const recent = new RecentReceipts(LEAST)
  for (let index = 0; index < count; index++) recent.keep(`wx${index % 2} ${index}`, receipt(index))
  const known = Array.from({ length: count }, (_, index) => index).filter(index =>
    recent.get(`wx${index % 2} ${index}`),
  )
  return { recent, known }
}

it.each([1, 99, 100, 101, 199, 200, 201, 1_050])(
  'the last receipts of %i are known, no more than twice as many',
  count => {
    const { known } = kept(count)
    expect(known.length).toBeGreaterThanOrEqual(Math.min(count, LEAST))
    expect(known.length).toBeLessThanOrEqual(2 * LEAST)
    expect(known).toEqual(Array.from({ length: known.length }, (_, index) => count - known.length + index))
  },
)

it('those of an app are forgotten, new and old', () => {
  const { recent } = kept(150)
  recent.forget(key => key.startsWith('wx0'))
  expect([recent.get('wx0 0'), recent.get('wx0 148'), recent.get('wx1 149')]).toEqual([
    undefined,
    undefined,
    receipt(149),
  ])
})
