import type { PublicProof } from '@gavel/auction'
import {
  type Broken,
  type ComparedSquad,
  compareSquads,
  createCheck,
  type PublicLine,
  type ShownSquad,
} from './check.ts'

/** What the page asks of its worker: where the public log is, what was published, and the squads that are shown. */
export type VerifyOrder = { logUrl: string; proof: PublicProof; shown: readonly ShownSquad[] }

/** What the worker tells the page. */
export type VerifyNews =
  | { is: 'checking'; seq: number }
  | { is: 'done'; seq: number; hash: string; squads: ComparedSquad[]; tookMs: number }
  | { is: 'broken'; broken: Broken; hash: string }
  | { is: 'failed' }

const PAGE = 1_000
const tell = (news: VerifyNews) => self.postMessage(news)

async function verify({ logUrl, proof, shown }: VerifyOrder): Promise<void> {
  const startedMs = performance.now()
  const check = createCheck(proof)
  while (check.seq() < proof.seq) {
    const response = await fetch(`${logUrl}?from=${check.seq() + 1}&limit=${PAGE}`)
    if (!response.ok) throw new Error(`the log answered ${response.status}`)
    const lines = (await response.json()) as PublicLine[]
    if (lines.length === 0) break
    const broken = check.take(lines)
    if (broken) return tell({ is: 'broken', broken, hash: check.hash() })
    tell({ is: 'checking', seq: check.seq() })
  }
  const broken = check.end()
  const state = check.state()
  if (broken || !state)
    return tell({ is: 'broken', broken: broken ?? { after: 0, upTo: 1, what: 'The log is empty' }, hash: check.hash() })
  const squads = compareSquads(state, shown)
  tell({ is: 'done', seq: check.seq(), hash: check.hash(), squads, tookMs: performance.now() - startedMs })
}

self.addEventListener('message', (event: MessageEvent<VerifyOrder>) => {
  verify(event.data).catch(() => tell({ is: 'failed' }))
})
