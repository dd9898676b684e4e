/** A picture before it is drawn: its size, and the drawing itself. */
export interface Laid {
  /** px */
  width: number
  height: number
  paint: (brush: CanvasRenderingContext2D) => void
}

export interface PictureJob {
  /** `来源分析 2026-06-15_2026-07-14.png` */
  name: string
  /** Lays it out with the widths that this canvas gives its letters, in this font family. */
  layOut: (brush: CanvasRenderingContext2D, family: string) => Laid
}

/** What became of it: handed on, left on the device, or put away by the person. */
export type Shared = 'shared' | 'saved' | 'closed'

/** Device px a px, enough for a phone's screen and within what any phone's canvas holds. */
export const PICTURE_SCALE = 2

/** The device keeps pictures from us: the person has said no before. */
export class AlbumClosed extends Error {
  override name = 'AlbumClosed'
}
