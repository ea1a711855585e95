'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '../../../trpc/client.tsx'
import {
  type CellEdits,
  type Column,
  type ColumnChoices,
  chooseField,
  editCell,
  type ListField,
} from './list-fields.ts'
import { type ChosenFile, readChosen } from './read-file.ts'

const STEPS = ['file', 'columns', 'rows', 'report'] as const
export type Step = (typeof STEPS)[number]

/** One array for all, so that "nothing typed since the check" is the same array. */
const NO_EDITS: CellEdits = []

/**
 * One import on its way: the chosen file, what was said about its columns and corrected in its rows, what would come of it, and what
 * came of it. The address carries the step, so that Back goes back; the file itself lives only as long as the page.
 */
export function useImport(auctionId: string) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const [choices, setChoices] = useState<ColumnChoices>({})
  /** Corrections as they are typed, and those of them that the preview knows of. */
  const [edits, setEdits] = useState<CellEdits>(NO_EDITS)
  const [checked, setChecked] = useState<CellEdits>(NO_EDITS)

  const preview = useQuery({
    queryKey: ['players.preview', auctionId, file?.key, choices, checked],
    queryFn: ({ signal }) => {
      if (!file) throw new Error('A preview needs a file')
      const { name, base64 } = file
      return client.players.preview.mutate(
        { auctionId, file: { name, base64 }, map: choices ?? {}, edits: checked },
        { signal },
      )
    },
    enabled: file !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
    refetchOnWindowFocus: false,
  })
  const bring = useMutation(
    trpc.players.import.mutationOptions({
      onSuccess: () => {
        queries.invalidateQueries({ queryKey: trpc.players.pathKey() })
        go('report')
      },
    }),
  )

  const asked = useSearchParams().get('step')
  const wanted = STEPS.find((step) => step === asked) ?? 'file'
  const step: Step = bring.data && wanted === 'report' ? 'report' : file && wanted !== 'report' ? wanted : 'file'

  async function choose(chosen: File | undefined) {
    if (!chosen) return
    bring.reset()
    const read = await readChosen(chosen)
    if ('refused' in read) {
      setUnreadable(read.refused)
      setFile(null)
      return
    }
    setUnreadable(null)
    setChoices({})
    setEdits(NO_EDITS)
    setChecked(NO_EDITS)
    setFile({ ...read, key: `${read.key}:${Date.now()}` })
    go('columns')
  }

  return {
    step,
    go,
    file,
    unreadable,
    choose,
    preview,
    /** Whether something was typed that the preview does not know of yet. */
    unchecked: edits !== checked,
    edits,
    edit: (row: number, header: string, text: string) => setEdits((before) => editCell(before, row, header, text)),
    check: () => setChecked(edits),
    chooseField: (columns: readonly Column[], column: Column, field: ListField | null) =>
      setChoices((before) => chooseField(before, columns, column, field)),
    bring,
    run: () => {
      if (file) {
        const { name, base64 } = file
        bring.mutate({ auctionId, file: { name, base64 }, map: choices ?? {}, edits: checked })
      }
    },
    again: () => {
      bring.reset()
      setFile(null)
      go('file')
    },
  }
}

export type Import = ReturnType<typeof useImport>

/** Goes to a step: an entry of the browser's history, so that Back works. */
function go(step: Step) {
  const url = step === 'file' ? window.location.pathname : `${window.location.pathname}?step=${step}`
  window.history.pushState(null, '', url)
  window.scrollTo({ top: 0 })
}
