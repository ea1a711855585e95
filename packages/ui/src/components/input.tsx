'use client'

import { ChevronDown } from 'lucide-react'
import { Switch as RadixSwitch } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '../lib/cn.ts'
import { keepTyped } from '../lib/keep-typed.ts'

const box =
  'w-full min-w-0 rounded-card border border-edge bg-raised px-3 text-base text-ink placeholder:text-muted hover:border-ink aria-invalid:border-bad disabled:opacity-55'

export function Input({ className, ref, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-11', className)} ref={keepTyped(ref)} {...rest} />
}

export function Textarea({ className, ref, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cn(box, 'min-h-24 py-2.5', className)} ref={keepTyped(ref)} {...rest} />
}

/** The platform's own list: the best one on a phone, and with a keyboard. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block', className)}>
      <select className={cn(box, 'h-11 appearance-none pr-9')} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}

export function Switch({ className, ...rest }: ComponentProps<typeof RadixSwitch.Root>) {
  return (
    <RadixSwitch.Root
      className={cn(
        'inline-flex h-6 w-11 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent',
        className,
      )}
      {...rest}
    >
      <RadixSwitch.Thumb className="block size-4.5 rounded-full bg-ink transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-accent" />
    </RadixSwitch.Root>
  )
}
