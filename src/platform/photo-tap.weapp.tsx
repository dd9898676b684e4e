import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PhotoTapProps, SMALLER_SIDE } from './photo-tap.types'

/** Lets the person choose a picture: WeChat offers the one in use there, the album and the camera. */
export function PhotoTap({ className, disabled, limit, onPick, children }: PhotoTapProps) {
  return (
    <Button
      openType="chooseAvatar"
      className={`da-tap da-share ${className ?? ''}`}
      disabled={disabled}
      hoverClass="da-press"
      onChooseAvatar={({ detail }) => void read(detail.avatarUrl, limit).then(onPick)}
    >
      {children}
    </Button>
  )
}

async function read(path: string, limit: number): Promise<ArrayBuffer | null> {
  const bytes = await bytesOf(path)
  if (bytes === null || bytes.byteLength <= limit) return bytes
  const smaller = await Taro.compressImage({ src: path, quality: 80, compressedWidth: SMALLER_SIDE }).catch(() => null)
  return smaller === null ? bytes : bytesOf(smaller.tempFilePath)
}

const bytesOf = (filePath: string) =>
  new Promise<ArrayBuffer | null>(resolve =>
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(typeof data === 'string' ? null : data),
      fail: () => resolve(null),
    }),
  )
