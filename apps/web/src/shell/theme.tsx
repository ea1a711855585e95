'use client'

import { Button, Menu, MenuItem } from '@gavel/ui'
import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import { ThemeProvider as NextThemes, useTheme } from 'next-themes'
import type { ReactNode } from 'react'

export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      {children}
    </NextThemes>
  )
}

const THEMES = [
  { id: 'light', words: 'Day', Icon: Sun },
  { id: 'dark', words: 'Night', Icon: Moon },
  { id: 'system', words: 'As this device', Icon: SunMoon },
] as const

/** Day, night, or as the device. */
export function ThemeMenu() {
  const { theme, setTheme } = useTheme()
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label="Day or night">
          <Sun aria-hidden className="size-5 dark:hidden" />
          <Moon aria-hidden className="hidden size-5 dark:block" />
        </Button>
      }
    >
      {THEMES.map(({ id, words, Icon }) => (
        <MenuItem key={id} onSelect={() => setTheme(id)}>
          <Icon aria-hidden className="size-4 text-muted" />
          {words}
          {theme === id ? <Check aria-label="chosen" className="ml-auto size-4" /> : null}
        </MenuItem>
      ))}
    </Menu>
  )
}
