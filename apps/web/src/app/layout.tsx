import { Toaster, TooltipProvider } from '@gavel/ui'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SkipLink } from '../shell/header.tsx'
import { ThemeProvider } from '../shell/theme.tsx'
import { ApiProvider } from '../trpc/client.tsx'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Gavel', template: '%s · Gavel' },
  description: 'Player auctions, squads and league nights, live.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f0f4f1' },
    { media: '(prefers-color-scheme: dark)', color: '#091210' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <html lang="en" suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <ThemeProvider nonce={nonce}>
          <ApiProvider>
            <TooltipProvider>
              <SkipLink />
              {children}
              <Toaster />
            </TooltipProvider>
          </ApiProvider>
        </ThemeProvider>
      </body>
    </html>
  )
}
