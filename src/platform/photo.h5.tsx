import type { PhotoProps } from './photo.types'

/** A picture that our server keeps. Decoration: what it shows stands beside it in words. */
export function Photo({ className, src, onError }: PhotoProps) {
  return <img className={className} src={src} alt="" onError={onError} />
}
