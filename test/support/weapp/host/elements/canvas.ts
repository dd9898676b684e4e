import type { BuiltIn } from './index.ts'

/** What WeChat's canvas node has beyond a browser's. */
interface CanvasNode extends HTMLCanvasElement {
  createImage: () => HTMLImageElement
  requestAnimationFrame: (callback: FrameRequestCallback) => number
  cancelAnimationFrame: (id: number) => void
}

/** A real 2d canvas in a browser; where nothing is drawn (jsdom), one that counts its strokes in `data-strokes`. */
export const canvas: BuiltIn = (element, factory) => {
  const node = element as CanvasNode
  node.createImage = () => document.createElement('img')
  node.requestAnimationFrame = callback => window.requestAnimationFrame(callback)
  node.cancelAnimationFrame = id => window.cancelAnimationFrame(id)
  if (!factory.layout) {
    const context = recordingContext(node)
    node.getContext = (() => context) as unknown as HTMLCanvasElement['getContext']
  }
  return undefined
}

const STROKES = new Set([
  'fill',
  'stroke',
  'fillRect',
  'strokeRect',
  'fillText',
  'strokeText',
  'drawImage',
  'clearRect',
])
/** Assumed width of a character against its size. */
const CHARACTER = 0.6

function recordingContext(node: HTMLCanvasElement): object {
  const held: Record<string, unknown> = { canvas: node, font: '10px sans-serif', globalAlpha: 1 }
  const size = () => Number.parseFloat(String(held.font).match(/([\d.]+)px/)?.[1] ?? '10')
  const gradient = { addColorStop: () => undefined }
  const answers: Record<string, (...args: never[]) => unknown> = {
    measureText: (text: string) => ({ width: [...text].length * size() * CHARACTER }),
    createLinearGradient: () => gradient,
    createRadialGradient: () => gradient,
    createPattern: () => ({}),
    getImageData: () => ({ data: new Uint8ClampedArray(4) }),
    isPointInPath: () => false,
    getLineDash: () => [],
  }
  return new Proxy(held, {
    get: (target, name: string) =>
      name in target
        ? target[name]
        : (answers[name] ??
          (() => {
            if (STROKES.has(name)) node.dataset.strokes = String(Number(node.dataset.strokes ?? 0) + 1)
          })),
    set: (target, name: string, value) => {
      target[name] = value
      return true
    },
  })
}
