import { useRef } from 'react'
import { type PhotoTapProps, SMALLER_SIDE } from './photo-tap.types'

// Taro shows every input, a `hidden` one too
const OUT_OF_SIGHT = { display: 'none' }

/** Lets the person choose a picture: opens the browser's own choice of files. */
export function PhotoTap({ className, disabled, limit, onPick, children }: PhotoTapProps) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = async (file: File | undefined) => {
    if (file) onPick(await read(file, limit))
  }
  return (
    <>
      <button
        type="button"
        className={`da-tap ${className ?? ''}`}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        style={OUT_OF_SIGHT}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={({ target }) => {
          void chosen(target.files?.[0])
          // the same file may be chosen again
          target.value = ''
        }}
      />
    </>
  )
}

async function read(file: Blob, limit: number): Promise<ArrayBuffer | null> {
  const picture = file.size > limit ? await smaller(file).catch(() => file) : file
  return picture.arrayBuffer().catch(() => null)
}

/** Throws for what is no picture. */
async function smaller(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, SMALLER_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? file), 'image/jpeg', 0.85))
}
