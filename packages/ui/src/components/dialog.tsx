'use client'

import { cva } from 'class-variance-authority'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { cn } from '../lib/cn.ts'

const panel = cva('fixed z-40 flex flex-col border bg-raised shadow-lift focus:outline-none', {
  variants: {
    from: {
      centre:
        'inset-x-4 top-1/2 mx-auto max-h-[85dvh] max-w-lg -translate-y-1/2 animate-fade rounded-card data-[state=closed]:animate-leave',
      foot: 'inset-x-0 bottom-0 max-h-[88dvh] animate-sheet rounded-t-card pb-[env(safe-area-inset-bottom)] data-[state=closed]:animate-leave',
      side: 'inset-y-0 right-0 w-full max-w-md animate-sheet-x data-[state=closed]:animate-leave',
    },
  },
})

type DialogProps = {
  title: ReactNode
  words?: ReactNode
  /** `centre` interrupts; `foot` is a sheet for the thumb; `side` is a drawer beside the page. */
  from?: 'centre' | 'foot' | 'side'
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** A dialog or a sheet, with focus kept inside and Escape to leave. What is marked `data-first` in it has the focus at first. */
export function Dialog({
  title,
  words,
  from = 'centre',
  trigger,
  open,
  onOpenChange,
  children,
  actions,
  className,
}: DialogProps) {
  const opener = useRef<Element | null>(null)
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-[oklch(0.12_0.014_178/0.6)] data-[state=closed]:animate-leave" />
        <Radix.Content
          className={cn(panel({ from }), className)}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement
            const first = event.currentTarget instanceof Element && event.currentTarget.querySelector('[data-first]')
            if (!(first instanceof HTMLElement)) return
            event.preventDefault()
            first.focus()
          }}
          onCloseAutoFocus={(event) => {
            // A dialog with a trigger goes back to it by itself; one that the page opens goes back to where the focus was.
            if (trigger) return
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          {...(words ? {} : { 'aria-describedby': undefined })}
        >
          <div className="flex items-start justify-between gap-4 border-b px-5 py-3">
            <div>
              <Radix.Title className="text-lg">{title}</Radix.Title>
              {words ? <Radix.Description className="text-sm text-muted">{words}</Radix.Description> : null}
            </div>
            <Radix.Close
              className="-mr-2 grid size-10 shrink-0 place-items-center rounded-card hover:bg-sunken"
              aria-label="Close"
            >
              <X aria-hidden className="size-5" />
            </Radix.Close>
          </div>
          {children ? <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div> : null}
          {actions ? <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const DialogClose = Radix.Close
