import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

const FIT: Record<string, string> = { scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover' }
/** A picture in a box of its own size; files of the package itself are not drawn. */
export const image: BuiltIn = (element, factory) => {
  const picture = document.createElement('img')
  picture.alt = ''
  element.append(picture)
  const size = () => ({ width: picture.naturalWidth, height: picture.naturalHeight })
  picture.addEventListener('load', () => void raise(element, 'load', size()))
  picture.addEventListener('error', () => void raise(element, 'error', { errMsg: 'image load fail' }))
  return (name, value) => {
    const address = name === 'src' ? factory.addressOf(String(value)) : null
    if (address !== null) picture.src = address
    if (name === 'mode') {
      const mode = String(value ?? 'scaleToFill')
      picture.style.objectFit = FIT[mode] ?? 'none'
      if (mode === 'widthFix') Object.assign(picture.style, { objectFit: 'fill', height: 'auto' })
      if (mode === 'heightFix') Object.assign(picture.style, { objectFit: 'fill', width: 'auto' })
    }
  }
}
