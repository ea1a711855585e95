/** The log's Redis could not be reached, or did not answer in time. Nothing was changed by a read; try again. */
export class LogUnavailableError extends Error {
  override name = 'LogUnavailableError'
}

/** There is no live log with this id: it was never created, or it has been evicted (restore it from the archive). */
export class NotLiveError extends Error {
  override name = 'NotLiveError'
  readonly auctionId: string
  constructor(auctionId: string) {
    super(`auction ${auctionId} is not live`)
    this.auctionId = auctionId
  }
}

/** A stored entry does not follow from the one before it: its link, its hash or its place is wrong. An operator must look. */
export class BrokenLogError extends Error {
  override name = 'BrokenLogError'
  readonly auctionId: string
  readonly seq: number
  constructor(auctionId: string, seq: number, what: string) {
    super(`auction ${auctionId}, entry ${seq}: ${what}`)
    this.auctionId = auctionId
    this.seq = seq
  }
}

/** The archive and the live log hold different entries at `seq`. Archiving and the log have stopped; an operator must look (ARCH-3). */
export class ForkedArchiveError extends Error {
  override name = 'ForkedArchiveError'
  readonly auctionId: string
  readonly seq: number
  constructor(auctionId: string, seq: number) {
    super(`auction ${auctionId}: the archive holds another entry ${seq} than the live log`)
    this.auctionId = auctionId
    this.seq = seq
  }
}

/** The archive holds nothing of this auction, so there is nothing to restore. */
export class NothingArchivedError extends Error {
  override name = 'NothingArchivedError'
}
