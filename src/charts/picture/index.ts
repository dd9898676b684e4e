import type { Laid } from '@/platform/picture'
import { compose } from './compose'
import { type Brush, measureWith, paint } from './paint'
import type { Picture } from './picture'

/** A report's picture, ready for a canvas. */
export const drawReport =
  (picture: Picture) =>
  (brush: Brush, family: string): Laid => {
    const drawing = compose(picture, measureWith(brush, family))
    const { width, height } = drawing
    return { width, height, paint: on => paint(on, drawing, family) }
  }
