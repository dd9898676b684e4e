import { Image } from '@tarojs/components'
import type { PhotoProps } from './photo.types'

/** A picture that our server keeps; a mini program has no origin of its own to ask for a path. */
export function Photo({ className, src, onError }: PhotoProps) {
  return <Image className={className} src={SERVER_URL + src} mode="aspectFill" onError={onError} />
}
