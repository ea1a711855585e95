'use client'

import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { cn } from '../lib/cn.ts'

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' }

/** A menu of actions below its button. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-[min(20rem,var(--radix-dropdown-menu-content-available-width))] min-w-52 animate-fade rounded-card border bg-raised p-1 shadow-lift"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={cn(
        'flex min-h-10 cursor-default items-center gap-2.5 rounded-card px-3 text-sm outline-none select-none data-[disabled]:text-muted data-[highlighted]:bg-sunken',
        className,
      )}
      {...rest}
    />
  )
}

export function MenuLabel({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={cn('px-3 py-2 text-sm text-muted', className)} {...rest} />
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
