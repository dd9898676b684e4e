import { describe, expect, it } from 'vitest'
import { sparkDays } from '../../../server/domain/portfolio.ts'

describe('the days of a sparkline', () => {
  it('end with the day itself, across months', () => {
    expect(sparkDays('2026-03-02', 4)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  })
})
