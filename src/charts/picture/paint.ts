import type { Command, Drawing, Font, Measure } from './drawing'

/** What a 2d canvas must be able to do; WeChat's and a browser's both can. */
export type Brush = CanvasRenderingContext2D

const cssFont = ({ size, weight }: Font, family: string) => `${weight} ${size}px ${family}`

/** Widths as this canvas will draw them. */
export const measureWith =
  (brush: Brush, family: string): Measure =>
  (text, font) => {
    brush.font = cssFont(font, family)
    return brush.measureText(text).width
  }

/** Draws on a canvas of the drawing's size. */
export function paint(brush: Brush, { commands }: Drawing, family: string): void {
  for (const command of commands) one(brush, command, family)
}

function one(brush: Brush, command: Command, family: string): void {
  switch (command.kind) {
    case 'box': {
      const { x, y, width, height, fill, radius = 0 } = command
      brush.fillStyle = fill
      rounded(brush, x, y, width, height, Math.min(radius, width / 2, height / 2))
      brush.fill()
      return
    }
    case 'stroke': {
      brush.strokeStyle = command.color
      brush.lineWidth = command.width
      brush.lineJoin = 'round'
      brush.setLineDash([...(command.dash ?? [])])
      trace(brush, command.points)
      brush.stroke()
      brush.setLineDash([])
      return
    }
    case 'area': {
      brush.fillStyle = command.fill
      trace(brush, command.points)
      brush.closePath()
      brush.fill()
      return
    }
    case 'dot': {
      brush.beginPath()
      brush.arc(command.x, command.y, command.radius, 0, 2 * Math.PI)
      brush.fillStyle = command.fill
      brush.fill()
      if (command.ring === undefined) return
      brush.strokeStyle = command.ring
      brush.lineWidth = 2
      brush.stroke()
      return
    }
    case 'text': {
      const { x, y, text, font, fill, align = 'left', angle = 0 } = command
      brush.save()
      brush.translate(x, y)
      if (angle !== 0) brush.rotate(angle)
      brush.font = cssFont(font, family)
      brush.fillStyle = fill
      brush.textAlign = align
      brush.textBaseline = 'middle'
      brush.fillText(text, 0, 0)
      brush.restore()
    }
  }
}

function trace(brush: Brush, points: readonly (readonly [number, number])[]): void {
  brush.beginPath()
  for (const [at, [x, y]] of points.entries()) {
    if (at === 0) brush.moveTo(x, y)
    else brush.lineTo(x, y)
  }
}

/** By arcs: `roundRect` is younger than the phones in the field. */
function rounded(brush: Brush, x: number, y: number, width: number, height: number, radius: number): void {
  brush.beginPath()
  if (radius === 0) {
    brush.rect(x, y, width, height)
    return
  }
  brush.moveTo(x + radius, y)
  brush.arcTo(x + width, y, x + width, y + height, radius)
  brush.arcTo(x + width, y + height, x, y + height, radius)
  brush.arcTo(x, y + height, x, y, radius)
  brush.arcTo(x, y, x + width, y, radius)
  brush.closePath()
}
