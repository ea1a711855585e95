'use client'

import { type ReactNode, useEffect } from 'react'
import { cn } from '../lib/cn.ts'
import { useHold } from '../lib/use-hold.ts'
import { buttonVariants } from './button.tsx'
import { Kbd } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

type HoldButtonProps = {
  children: ReactNode
  /** What the face says once it is armed: `Press again to hammer`. */
  again: string
  onConfirm: () => void
  kbd?: string
  disabledReason?: string | null
  look?: 'primary' | 'danger' | 'ink' | 'plain'
  size?: 'sm' | 'md' | 'lg'
  /** Hands out the press of the key, so that a page's keyboard map can drive this button. */
  bindPress?: (press: () => void) => (() => void) | undefined
  className?: string
}

/** For what cannot be taken back: hold it, or press it twice; never a question over the price. */
export function HoldButton({
  children,
  again,
  onConfirm,
  kbd,
  disabledReason,
  look = 'danger',
  size = 'md',
  bindPress,
  className,
}: HoldButtonProps) {
  const { phase, press, start, end, cancel } = useHold(onConfirm, Boolean(disabledReason))
  useEffect(() => bindPress?.(press), [bindPress, press])
  const button = (
    <button
      type="button"
      aria-disabled={disabledReason ? true : undefined}
      aria-keyshortcuts={kbd ? `${kbd} ${kbd}` : undefined}
      data-phase={phase}
      className={cn(
        buttonVariants({ look, size }),
        'touch-none overflow-hidden data-[phase=armed]:ring-2 data-[phase=armed]:ring-accent data-[phase=armed]:ring-offset-2 data-[phase=armed]:ring-offset-surface',
        className,
      )}
      onPointerDown={(event) => event.button === 0 && start()}
      onPointerUp={end}
      onPointerLeave={() => phase === 'holding' && cancel()}
      onPointerCancel={cancel}
      onClick={(event) => {
        // A pointer is handled above; a click without one comes from Enter, Space or a screen reader.
        if (event.detail === 0) press()
      }}
    >
      <span
        aria-hidden
        className={cn(
          'absolute inset-0 origin-left bg-current opacity-20 transition-transform ease-linear',
          phase === 'holding' ? 'scale-x-100 duration-600' : 'scale-x-0 duration-120',
        )}
      />
      <span className="relative grid place-items-center whitespace-nowrap">
        <span className={cn('col-start-1 row-start-1', phase === 'armed' && 'invisible')}>{children}</span>
        <span className={cn('col-start-1 row-start-1', phase !== 'armed' && 'invisible')}>{again}</span>
      </span>
      {kbd ? <Kbd className="relative">{kbd}</Kbd> : null}
    </button>
  )
  return (
    <>
      {disabledReason ? <Tooltip words={disabledReason}>{button}</Tooltip> : button}
      {/* Beside the button: an open dialog hides everything but live regions, and would leave a button around one without its name. */}
      <span className="sr-only" aria-live="assertive">
        {phase === 'armed' ? (
          <>
            {again}: {children}
          </>
        ) : null}
      </span>
    </>
  )
}
