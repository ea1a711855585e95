'use client'

import { Button, type ButtonProps, Dialog, DialogClose, ErrorState } from '@gavel/ui'
import { type ReactNode, useState } from 'react'
import { saidBy } from '../../api-error.ts'

type ConfirmProps = {
  /** What the button does, in its words; the button inside says the same. */
  face: string
  title: string
  words: ReactNode
  look?: ButtonProps['look']
  size?: ButtonProps['size']
  icon?: ReactNode
  /** Says of what, where several such buttons stand in a list. */
  label?: string
  danger?: boolean
  disabledReason?: string | null
  busy: boolean
  done: boolean
  error: unknown
  onConfirm: () => void
}

/** Says what will happen before it does; a refusal stays where the finger is. */
export function Confirm(props: ConfirmProps) {
  const { face, title, words, look, size, icon, label, danger, disabledReason, busy, done, error, onConfirm } = props
  const [open, setOpen] = useState(false)
  // What is done does not ask again by itself.
  if (open && done) setOpen(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size={size} look={look} icon={icon} aria-label={label} {...(disabledReason ? { disabledReason } : {})}>
          {size === 'icon' ? null : face}
        </Button>
      }
      title={title}
      words={words}
      actions={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {face}
          </Button>
        </>
      }
    >
      {error ? <ErrorState title="Nothing was changed" words={saidBy(error)} /> : null}
    </Dialog>
  )
}
