import type { Driver } from './driver.ts'
import type { Site } from './site.ts'

/** What a person does with the app, told once for the phone and the browser. */
export type Journey = (driver: Driver, site: Site) => Promise<void>
