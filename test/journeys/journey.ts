import type { Driver } from './driver.ts'
import type { Site } from './site.ts'

/** What a person does with the app, told once for the phone and the browser. */
export type Journey = (driver: Driver, site: Site) => Promise<void>

/** What it leads to, how, and who goes: the admin where nobody is named. */
export type Told = readonly [title: string, journey: Journey, person?: string]
