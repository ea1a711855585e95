'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../lib/cn.ts'
import { Kbd } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

/** What is off gives up its colour, so that the eye finds what is on; its words stay readable. */
const OFF =
  'disabled:border-line disabled:bg-sunken disabled:text-muted aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:hover:border-line aria-disabled:hover:bg-sunken aria-disabled:hover:text-muted aria-disabled:hover:opacity-100'

export const buttonVariants = cva(
  'relative inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-card border py-1 font-semibold transition-[transform,opacity] select-none active:scale-[0.98] disabled:active:scale-100 aria-disabled:cursor-not-allowed aria-disabled:active:scale-100',
  {
    variants: {
      look: {
        primary: `border-transparent bg-accent text-on-accent hover:opacity-92 ${OFF}`,
        plain: `border-edge bg-raised text-ink hover:border-ink ${OFF}`,
        quiet:
          'border-transparent bg-transparent text-ink hover:bg-sunken disabled:text-muted aria-disabled:text-muted aria-disabled:hover:bg-transparent',
        danger: `border-bad bg-raised text-bad hover:bg-bad hover:text-on-accent ${OFF}`,
        ink: `border-transparent bg-ink text-surface hover:opacity-90 ${OFF}`,
      },
      size: {
        sm: 'min-h-8 px-3 text-sm',
        md: 'min-h-10 px-4 text-sm',
        lg: 'min-h-12 px-5 text-base',
        icon: 'size-10 text-sm',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { look: 'plain', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonVariants> & {
    /** The key that does the same, printed on the button. */
    kbd?: string
    /** Why the button is off. It stays in the tab order and says this to everybody. */
    disabledReason?: string | null
    /** Prints the reason on the button's face instead of keeping it in the tooltip. */
    showReason?: boolean
    busy?: boolean
    /** Gives the look to the child, a link for one. */
    asChild?: boolean
    icon?: ReactNode
  }

/** A button that never goes dead without a word: what is off says why. */
export function Button({
  look,
  size,
  wide,
  kbd,
  disabledReason,
  showReason = false,
  busy = false,
  asChild = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = cn(buttonVariants({ look, size, wide }), className)
  if (asChild) {
    return (
      <Slot.Root className={classes} onClick={onClick} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  const off = Boolean(disabledReason) || busy
  const button = (
    <button
      type={off ? 'button' : type}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={kbd}
      className={classes}
      onClick={off ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4" /> : icon}
      {showReason && disabledReason ? <span>{disabledReason}</span> : children}
      {kbd ? <Kbd>{kbd}</Kbd> : null}
    </button>
  )
  if (!disabledReason || showReason) return button
  return <Tooltip words={disabledReason}>{button}</Tooltip>
}
