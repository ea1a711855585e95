'use client'

import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

/** Wraps the app once, so that tooltips share their delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={250} skipDelayDuration={300}>
      {children}
    </Radix.Provider>
  )
}

type TooltipProps = { words: ReactNode; children: ReactElement; side?: 'top' | 'bottom' | 'left' | 'right' }

/** Words beside a control, on hover and on focus. */
export function Tooltip({ words, children, side = 'top' }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 animate-fade rounded-card bg-ink px-2.5 py-1.5 text-sm text-surface shadow-lift tabular-nums"
        >
          {words}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
