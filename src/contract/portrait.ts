/** The lengths of range that WeChat draws a portrait of, as they stand in a query. */
export const portraitDays = ['1', '7', '30'] as const
export type PortraitDays = (typeof portraitDays)[number]

export const portraitUsers = ['new', 'active'] as const
export type PortraitUsers = (typeof portraitUsers)[number]

/** The six attributes by WeChat's names; `platforms` is 终端, `devices` are phone models. */
export const portraitAttributes = ['province', 'city', 'genders', 'platforms', 'devices', 'ages'] as const
export type PortraitAttribute = (typeof portraitAttributes)[number]
