'use client'

import { useEffect } from 'react'
import { paths } from '../../paths.ts'

const files = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`))

/** Has this page kept in the browser, so that it opens without a network. Browsers that cannot, or withhold it on plain http, do without. */
export function useOfflinePage() {
  useEffect(() => {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
    workers
      ?.register(paths.padWorker, { scope: '/matches/' })
      .then(() => workers.ready)
      .then(({ active }) => active?.postMessage({ page: location.href, files: [...new Set(files())] }))
      // The pad works as before, as long as its page stays open.
      .catch(() => {})
  }, [])
}
