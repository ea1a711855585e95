// Measures bids beside sign-ins on the stores that the environment names, and prints what came of it as JSON. `measure.ts` runs it.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ENDLESS, startGavel, Wire } from '@gavel/testkit'

/** What the process that signs in is told, and what it answers: milliseconds, null for each that was refused. */
export type SignInsOrder = { atOnce: number } | 'end'
export type SignedIn = { times: readonly (number | null)[] }

/** All samples, in milliseconds. `single`: one sign-in while nothing else goes on. */
export type BesideSamples = {
  readonly alone: readonly number[]
  readonly beside: readonly number[]
  readonly single: readonly number[]
  readonly signIns: readonly number[]
  readonly refused: number
}

export const AT_ONCE = 100
const TURNS = 3
const BIDS_ALONE = 200
const SINGLE = 5
/** A lakh in paise: each bid is one more than the last. */
const STEP = 10_000_000

type Bidder = { bids: (go: (sofar: number) => boolean) => Promise<number[]>; close: () => void }

/** Two owners who outbid each other, each as soon as the other's bid has arrived. */
const bidding = async (gavel: Awaited<ReturnType<typeof startGavel>>): Promise<Bidder> => {
  const auction = await gavel.seed({ teams: 2, players: 1, rules: ENDLESS })
  const wires = await Promise.all(auction.teams.map(({ owner }) => Wire.open(gavel.url, auction, owner)))
  let amount = wires[0]?.lot.base ?? 0
  const bid = async (): Promise<number> => {
    const [mine, theirs] = wires
    if (!mine || !theirs) throw new Error('nobody bids')
    const begunMs = performance.now()
    const reply = await mine.bid({ amount })
    const tookMs = performance.now() - begunMs
    if (!reply.ok) throw new Error(`A bid was refused: ${reply.code}`)
    amount += STEP
    wires.reverse()
    await theirs.reaches(reply.seq)
    return tookMs
  }
  return {
    bids: async (go) => {
      const times: number[] = []
      while (go(times.length)) times.push(await bid())
      return times
    },
    close: () => {
      for (const wire of wires) wire.socket.disconnect()
    },
  }
}

/** The next word of the process that signs in. @throws where it ends instead */
const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const heard = new AbortController()
  const { signal } = heard
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`What signs in ended with ${code}`)
  })
  ended.catch(() => {})
  const [word] = await Promise.race([once(child, 'message', { signal }), ended])
  heard.abort()
  return word
}

const main = async (): Promise<BesideSamples> => {
  await using gavel = await startGavel()
  const child = fork(join(import.meta.dirname, 'sign-ins.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await answerOf(child)
  const signIn = async (atOnce: number) => {
    child.send({ atOnce } satisfies SignInsOrder)
    return (await answerOf(child)) as SignedIn
  }
  const bidder = await bidding(gavel)
  const samples = { alone: [] as number[], beside: [] as number[], single: [] as number[], signIns: [] as number[] }
  let refused = 0
  const keep = (into: number[], { times }: SignedIn) => {
    const done = times.filter((time) => time !== null)
    into.push(...done)
    refused += times.length - done.length
  }
  // Code that is cold is warmed up.
  await bidder.bids((sofar) => sofar < BIDS_ALONE)
  await signIn(1)
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (let one = 0; one < SINGLE; one += 1) keep(samples.single, await signIn(1))
    samples.alone.push(...(await bidder.bids((sofar) => sofar < BIDS_ALONE)))
    let over = false
    const signedIn = signIn(AT_ONCE).finally(() => {
      over = true
    })
    samples.beside.push(...(await bidder.bids(() => !over)))
    keep(samples.signIns, await signedIn)
  }
  bidder.close()
  child.send('end' satisfies SignInsOrder)
  await once(child, 'exit')
  return { ...samples, refused }
}

process.stdout.write(`${JSON.stringify(await main())}\n`)
