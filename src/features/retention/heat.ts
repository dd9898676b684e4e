const STEPS = 7
const ROUND = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1]

/** The round rate that the strongest step stands for: the first that no rate is above. */
export function heatMax(cells: readonly { rate: number | null }[]): number {
  const highest = Math.max(0, ...cells.map(({ rate }) => rate ?? 0))
  return ROUND.find(round => highest <= round) ?? 1
}

/** Which of seven steps a rate is drawn in: 1 for the weakest, also for none at all. */
export const heatStep = (rate: number, most: number): number =>
  Math.min(STEPS, Math.max(1, Math.ceil((rate / most) * STEPS)))
