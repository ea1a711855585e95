import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** One archived entry. `body` is the exact string of the live log; `hash` chains it (docs/spec). */
export type ArchivedEntry = { seq: number; link: string; body: string; hash: string }

/** Where logs of one kind are kept for ever. A log's seqs are 1, 2, 3 ... without gaps, here too. */
export type Archive = {
  /** The newest archived entry; null where nothing is archived yet. */
  last: (logId: string) => Promise<Pick<ArchivedEntry, 'seq' | 'link' | 'hash'> | null>
  /**
   * Stores rows in order; the first continues what is stored, or is stored already. A row that is there with the same link is
   * done; one with another link is a fork: nothing from there on is stored, and its seq is answered.
   */
  append: (logId: string, rows: readonly ArchivedEntry[]) => Promise<'done' | { conflictAt: number }>
  /** Up to `count` entries from `fromSeq` on, in order. */
  read: (logId: string, fromSeq: number, count: number) => Promise<ArchivedEntry[]>
}

/** A collection of archived logs, and whose they are. */
export type LogCollection = Collection<LogRow> & { readonly owner: Owner }
type Owner = 'auctionId' | 'matchId'
type LogRow = ArchivedEntry & { _id: string } & Partial<Record<Owner, string>>

/**
 * `_id` is the log's owner and the seq, which makes the pair unique, and every look-up goes by it: it is the one index that each server
 * uses (docs/adr/0002), and logs are the collections that grow with every bid and every ball.
 */
export const defineLogCollection = (name: string, owner: Owner): LogCollection => ({
  ...defineCollection<LogRow>(
    name,
    {
      _id: { type: String, required: true },
      [owner]: { type: String, required: true },
      seq: { type: Number, required: true },
      link: { type: String, required: true },
      // A string, never an object: the chain is over its exact bytes.
      body: { type: String, required: true },
      hash: { type: String, required: true },
    },
    [],
  ),
  owner,
})

const PAGE = 500
/** Probes of one step of the search for the last entry. */
const PROBES = 32
const MAX_SEQ = 2 ** 30

const keyOf = (logId: string, seq: number) => `${logId}:${seq}`

/** The archive of logs on MongoDB that a collection holds. */
export const archiveIn = (logs: LogCollection, mongo: Mongo): Archive => {
  const { owner } = logs
  const model = logs.on(mongo)

  const rowsAt = (logId: string, seqs: readonly number[]) =>
    model
      .find({ _id: { $in: seqs.map((seq) => keyOf(logId, seq)) } }, { _id: 0, [owner]: 0 })
      .sort({ seq: 1 })
      .lean<ArchivedEntry[]>()
      .exec()

  /** The highest of these seqs that is stored. */
  const highest = async (logId: string, seqs: readonly number[]) => (await rowsAt(logId, seqs)).at(-1) ?? null

  const last: Archive['last'] = async (logId) => {
    // Without gaps, "is stored" is true up to the last seq and false from there on: a few probes find the edge.
    const doubling = Array.from({ length: Math.log2(MAX_SEQ) }, (_, power) => 2 ** power)
    let found = await highest(logId, doubling)
    if (!found) return null
    // The last entry's seq is at least `found.seq` and below `beyond`.
    let beyond = found.seq * 2
    while (beyond - found.seq > 1) {
      const from: number = found.seq
      const step = Math.max(1, Math.floor((beyond - from) / PROBES))
      const probes = Array.from({ length: PROBES }, (_, index) => from + (index + 1) * step).filter((at) => at < beyond)
      const better = await highest(logId, probes)
      const missing = probes.find((at) => at > (better?.seq ?? from))
      found = better ?? found
      beyond = missing ?? beyond
    }
    const { seq, link, hash } = found
    return { seq, link, hash }
  }

  const append: Archive['append'] = async (logId, rows) => {
    let missing = [...rows]
    // Another archiver may store the same rows meanwhile; each turn stores a row or finds one stored.
    while (missing.length > 0) {
      try {
        await model.insertMany(
          missing.map(({ seq, link, body, hash }) => ({
            _id: keyOf(logId, seq),
            [owner]: logId,
            seq,
            link,
            body,
            hash,
          })),
          { ordered: true },
        )
        return 'done'
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const stored = await rowsAt(
          logId,
          missing.map(({ seq }) => seq),
        )
        const links = new Map(stored.map(({ seq, link }) => [seq, link]))
        const forked = missing.find(({ seq, link }) => links.has(seq) && links.get(seq) !== link)
        if (forked) return { conflictAt: forked.seq }
        missing = missing.filter(({ seq }) => !links.has(seq))
      }
    }
    return 'done'
  }

  const read: Archive['read'] = async (logId, fromSeq, count) => {
    const rows: ArchivedEntry[] = []
    while (rows.length < count) {
      const from = fromSeq + rows.length
      const length = Math.min(PAGE, count - rows.length)
      const page = await rowsAt(
        logId,
        Array.from({ length }, (_, index) => from + index),
      )
      rows.push(...page)
      if (page.length < length) break
    }
    return rows
  }

  return { last, append, read }
}

/** Deletes an archived log of which nothing may stay, from its end on, so that one that is cut short still has no gaps. */
export const deleteArchived = async (
  logs: LogCollection,
  mongo: Mongo,
  logId: string,
  upToSeq: number,
): Promise<void> => {
  const model = logs.on(mongo)
  const last = (await archiveIn(logs, mongo).last(logId))?.seq ?? 0
  for (let to = Math.max(last, upToSeq); to > 0; to -= PAGE) {
    const from = Math.max(0, to - PAGE)
    const ids = Array.from({ length: to - from }, (_, index) => keyOf(logId, from + index + 1))
    await model.deleteMany({ _id: { $in: ids } })
  }
}
