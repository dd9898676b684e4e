import { useState } from 'react'
import { Glyph } from '@/platform/elements'
import { Photo } from '@/platform/photo'
import { avatarColor, avatarLetter } from './avatar-model'
import { classNames } from './class-names'

export interface AvatarProps {
  name: string
  /** What the colour hangs on: AppID or user id; default the name. */
  colorKey?: string | undefined
  /** Path of a picture on our server; null, absent or not to be had shows the letter. */
  url?: string | null | undefined
  /** 24, 40 or 56 px. */
  size?: 's' | 'm' | 'l'
  /** Mini games are square. */
  square?: boolean
}

/** A person or an app: picture or first letter. Decoration: the name stands beside it. */
export function Avatar({ name, colorKey, url, size = 's', square }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const className = classNames('da-ava', size === 'm' && 'da-ava-m', size === 'l' && 'da-ava-l', square && 'da-ava-sq')
  if (url && url !== broken) {
    return <Photo className={`${className} da-ava-img`} src={url} onError={() => setBroken(url)} />
  }
  return (
    <Glyph className={className} style={{ backgroundColor: avatarColor(colorKey ?? name) }} text={avatarLetter(name)} />
  )
}
