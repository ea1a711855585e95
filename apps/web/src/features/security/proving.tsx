'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { appCodeOf } from '../api-error.ts'
import { ProveDialog, type WaysToProve } from './prove-dialog.tsx'

/** Does what is guarded; where the server first wants to know who is there, asks, and does it once more. Null where the person thought better of it. */
type Guarded = <T>(work: () => Promise<T>) => Promise<T | null>

const ProvingContext = createContext<Guarded | null>(null)

/** Lets the pages below it do what only somebody who has just shown who it is may do. */
export function Proving({ ways, children }: { ways: WaysToProve; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const waiting = useRef<((proved: boolean) => void) | null>(null)
  const settle = useCallback((proved: boolean) => {
    setOpen(false)
    waiting.current?.(proved)
    waiting.current = null
  }, [])
  const guarded = useCallback<Guarded>(async (work) => {
    try {
      return await work()
    } catch (error) {
      if (appCodeOf(error) !== 'AUTH.PROVE_FIRST') throw error
      const proved = await new Promise<boolean>((resolve) => {
        waiting.current = resolve
        setOpen(true)
      })
      return proved ? work() : null
    }
  }, [])
  return (
    <ProvingContext value={guarded}>
      {children}
      {open ? <ProveDialog ways={ways} onDone={settle} /> : null}
    </ProvingContext>
  )
}

/** How what is guarded is done on this page. @throws where no `Proving` stands above */
export function useGuarded(): Guarded {
  const guarded = useContext(ProvingContext)
  if (!guarded) throw new Error('Guarded things are done below <Proving>.')
  return guarded
}
