import type { ColorMode } from './system.types'

/** A browser's own bars follow the document. */
export function useBars(_chosen: ColorMode | null): void {}
