'use client'

import type { PublicProof } from '@gavel/auction'
import { useEffect, useState } from 'react'
import { paths } from '../../paths.ts'
import type { ShownSquad } from './check.ts'
import type { VerifyNews, VerifyOrder } from './verify.worker.ts'

type VerifyState = { news: VerifyNews; again: () => void }

/** Verifies a finished auction in a worker of this browser, at once and again on demand (VERIFY-5). */
export function useVerify(auctionId: string, proof: PublicProof, shown: readonly ShownSquad[]): VerifyState {
  const [news, setNews] = useState<VerifyNews>({ is: 'checking', seq: 0 })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn begins anew
  useEffect(() => {
    const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', (event: MessageEvent<VerifyNews>) => setNews(event.data))
    worker.addEventListener('error', () => setNews({ is: 'failed' }))
    const logUrl = new URL(paths.publicLog(auctionId), window.location.href).href
    worker.postMessage({ logUrl, proof, shown } satisfies VerifyOrder)
    return () => worker.terminate()
  }, [auctionId, proof, shown, turn])
  return {
    news,
    again: () => {
      setNews({ is: 'checking', seq: 0 })
      setTurn((before) => before + 1)
    },
  }
}
