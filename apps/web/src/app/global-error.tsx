'use client'

import './globals.css'

/** When even the frame of the page broke: no component of ours, only words and a way back. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh content-center gap-3 p-6">
        <h1 className="text-xl">Gavel could not be shown</h1>
        <p className="max-w-prose text-muted">
          Something broke on our side. Bids and registrations that were confirmed are safe. Try again in a moment.
        </p>
        <p>
          <button
            type="button"
            onClick={reset}
            className="min-h-10 rounded-card bg-accent px-4 font-semibold text-on-accent"
          >
            Try again
          </button>
        </p>
      </body>
    </html>
  )
}
