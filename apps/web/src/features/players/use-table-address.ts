'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { filtersFrom, NO_FILTERS, type PlayerFilters, searchOf } from './player-filters.ts'

export type Sorting = { id: string; desc: boolean }[]

/** What the table shows, read from the address once and written back as it changes: a reload or a sent link shows the same. */
export function useTableAddress() {
  const search = useSearchParams()
  const path = usePathname()
  const [filters, setFilters] = useState<PlayerFilters>(() => filtersFrom(search))
  const [sorting, setSorting] = useState<Sorting>(() => sortingFrom(search.get('sort')))
  const [page, setPage] = useState(() => Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1))

  useEffect(() => {
    const [first] = sorting
    const sort = first ? `${first.desc ? '-' : ''}${first.id}` : ''
    const wanted = searchOf(filters, { sort, page: page > 1 ? String(page) : '' })
    if (wanted !== window.location.search.slice(1)) {
      window.history.replaceState(null, '', wanted ? `${path}?${wanted}` : path)
    }
  }, [filters, sorting, page, path])

  return {
    filters,
    sorting,
    page,
    setPage,
    /** Other filters begin at the first page. */
    filter: (changed: Partial<PlayerFilters>) => {
      setFilters((before) => ({ ...before, ...changed }))
      setPage(1)
    },
    clear: () => {
      setFilters(NO_FILTERS)
      setPage(1)
    },
    sort: (next: Sorting) => {
      setSorting(next)
      setPage(1)
    },
  }
}

const sortingFrom = (text: string | null): Sorting =>
  text ? [{ id: text.replace(/^-/, ''), desc: text.startsWith('-') }] : []
