'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'

/** Draws the page again from what the server holds now, and forgets what queries held. */
export function useRefresh() {
  const router = useRouter()
  const queries = useQueryClient()
  return () => {
    queries.invalidateQueries()
    router.refresh()
  }
}
