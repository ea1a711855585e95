'use client'

import { Button } from '@gavel/ui'
import { Printer } from 'lucide-react'

/** Opens the browser's own print dialog, which can also save a PDF. */
export function PrintButton({ face = 'Print or save as PDF', look }: { face?: string; look?: 'primary' }) {
  return (
    <Button
      look={look}
      icon={<Printer aria-hidden className="size-4" />}
      onClick={() => window.print()}
      className="print:hidden"
    >
      {face}
    </Button>
  )
}
