/** WeChat's performance modules (`getPerformanceData`): opening rate, start, page switch, memory, memory warnings. */
export const performanceModules = ['10016', '10017', '10021', '10022', '10023'] as const
export type PerformanceModule = (typeof performanceModules)[number]
