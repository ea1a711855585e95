'use client'

import { Button } from '@gavel/ui'
import { ImageUp } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** What the server can read; it makes a small one of whatever it gets. */
export const IMAGE_TYPES = 'image/jpeg,image/png,image/webp,image/avif,image/gif,.jpg,.jpeg,.png,.webp,.avif,.gif'

type ImageChoiceProps = {
  label: string
  /** What the button says. */
  face: string
  /** The id of the words that say what was wrong with the last one. */
  errorId?: string | undefined
  onChoose: (file: File) => void
  /** Further buttons beside it. */
  children?: ReactNode
}

/** Chooses one picture from this computer. */
export function ImageChoice({ label, face, errorId, onChoose, children }: ImageChoiceProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="grid justify-items-start gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {label} <span className="font-normal text-muted">(optional)</span>
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={IMAGE_TYPES}
        tabIndex={-1}
        className="sr-only"
        aria-describedby={errorId}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
          event.target.value = ''
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<ImageUp aria-hidden className="size-4" />} onClick={() => input.current?.click()}>
          {face}
        </Button>
        {children}
      </div>
    </div>
  )
}

/** An address of a file of this computer, for as long as it is shown. */
export function usePreview(file: File | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) {
      setAddress(null)
      return
    }
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
