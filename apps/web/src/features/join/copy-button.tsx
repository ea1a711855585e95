'use client'

import { Button, toast } from '@gavel/ui'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

type CopyButtonProps = {
  text: string
  /** What is copied, as the button says it: `Copy the link`. */
  words: string
  size?: 'sm' | 'md'
}

const DONE_MS = 2_000

/** Copies a text. On a network of one's own, without https, browsers withhold the clipboard: the old way works there. */
export function CopyButton({ text, words, size = 'md' }: CopyButtonProps) {
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), DONE_MS)
    return () => clearTimeout(timer)
  }, [done])
  const copy = async () => {
    if (await copied(text)) setDone(true)
    else toast.error(`This browser does not copy. Mark it yourself: ${text}`)
  }
  const Icon = done ? Check : Copy
  return (
    <Button size={size} onClick={copy} icon={<Icon aria-hidden className="size-4" />}>
      <span aria-live="polite">{done ? 'Copied' : words}</span>
    </Button>
  )
}

async function copied(text: string): Promise<boolean> {
  // Missing outside secure contexts, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (clipboard) {
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'sr-only'
  // Within what has the focus: a dialog would take it back.
  ;(before?.closest('[role=dialog]') ?? document.body).append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
