'use client'

import { Button, ErrorState, Section } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { saidBy } from '../api-error.ts'
import { useGuarded } from '../security/proving.tsx'
import { fetchExport } from './fetch-export.ts'

/** Takes everything along that Gavel keeps about the viewer. */
export function ExportMine() {
  const guarded = useGuarded()
  const take = useMutation({
    mutationFn: () => guarded(fetchExport),
    onSuccess: (file) => {
      if (file) keep(file)
    },
  })
  return (
    <Section title="Download your data">
      <div className="grid justify-items-start gap-4 pt-2">
        <p className="max-w-prose text-muted">
          One JSON file with everything Gavel keeps about you: account, profile, devices, registrations, squads, what
          you did in auctions and matches, invitations and notices. No passwords and no keys.
        </p>
        {take.error ? <ErrorState title="Nothing was downloaded" words={saidBy(take.error)} /> : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            busy={take.isPending}
            icon={<Download aria-hidden className="size-4" />}
            onClick={() => take.mutate()}
          >
            Download everything
          </Button>
          <p role="status" className="text-sm text-muted">
            {take.data ? 'Downloaded.' : ''}
          </p>
        </div>
      </div>
    </Section>
  )
}

/** Hands a file to the browser's downloads. */
function keep(file: Blob) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = 'gavel-my-data.json'
  link.click()
  URL.revokeObjectURL(address)
}
