import { isNamed } from '@gavel/config'

/** The log's Redis could not be reached, or did not answer in time. Nothing was changed by a read; try again. */
export class LogUnavailableError extends Error {
  override name = 'LogUnavailableError'
}

/** There is no live log with this id: it was never created, or it has been evicted (restore it from the archive). */
export class NotLiveError extends Error {
  override name = 'NotLiveError'
  /** The log's name: its kind and its id. */
  readonly log: string
  constructor(log: string) {
    super(`${log} is not live`)
    this.log = log
  }
}

/** A stored entry does not follow from the one before it: its link, its hash or its place is wrong. An operator must look. */
export class BrokenLogError extends Error {
  override name = 'BrokenLogError'
  readonly log: string
  readonly seq: number
  constructor(log: string, seq: number, what: string) {
    super(`${log}, entry ${seq}: ${what}`)
    this.log = log
    this.seq = seq
  }
}

/** The archive and the live log hold different entries at `seq`. Archiving and the log have stopped; an operator must look (ARCH-3). */
export class ForkedArchiveError extends Error {
  override name = 'ForkedArchiveError'
  readonly log: string
  readonly seq: number
  constructor(log: string, seq: number) {
    super(`${log}: the archive holds another entry ${seq} than the live log`)
    this.log = log
    this.seq = seq
  }
}

/** The archive holds nothing of this log, so there is nothing to restore. */
export class NothingArchivedError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, 'NothingArchivedError')
  }

  override name = 'NothingArchivedError'
}
