'use client'

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { Toaster as Sonner } from 'sonner'

/** The one place that toasts rise from. Refusals are shown where the finger is, not here. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      icons={{
        success: <CircleCheck aria-hidden className="size-5 text-good" />,
        error: <CircleAlert aria-hidden className="size-5 text-bad" />,
        warning: <TriangleAlert aria-hidden className="size-5 text-warn" />,
        info: <Info aria-hidden className="size-5 text-muted" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full font-sans items-start gap-3 rounded-card border bg-raised px-4 py-3 text-sm text-ink shadow-lift',
          title: 'font-semibold',
          description: 'text-muted',
          actionButton: 'ml-auto shrink-0 font-semibold text-accent',
        },
      }}
    />
  )
}
