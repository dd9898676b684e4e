/** A piece of text's look: px and weight. */
export interface Font {
  size: number
  weight: 400 | 600
}

/** Width of a text in px. */
export type Measure = (text: string, font: Font) => number

export type Point = readonly [x: number, y: number]

/** One thing to draw, in px of the picture; later ones lie on top. */
export type Command =
  | { kind: 'box'; x: number; y: number; width: number; height: number; fill: string; radius?: number }
  | { kind: 'stroke'; points: readonly Point[]; color: string; width: number; dash?: readonly number[] }
  | { kind: 'area'; points: readonly Point[]; fill: string }
  | { kind: 'dot'; x: number; y: number; radius: number; fill: string; ring?: string }
  | {
      kind: 'text'
      x: number
      /** Middle of the line. */
      y: number
      text: string
      font: Font
      fill: string
      align?: 'left' | 'center' | 'right'
      /** Radians around (x, y). */
      angle?: number
    }

/** A picture as data: what a canvas is told to draw. */
export interface Drawing {
  width: number
  height: number
  commands: readonly Command[]
}

/** What a part drew and how much room it took. */
export interface Part {
  commands: Command[]
  height: number
}

/** Where a part may draw. */
export interface Place {
  x: number
  y: number
  width: number
  measure: Measure
}
