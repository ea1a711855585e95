import type { Mongo } from './connection.ts'
import { type Archive, archiveIn, defineLogCollection } from './log-archive.ts'

export const matchLogCollection = defineLogCollection('matchLog', 'matchId')

/** The archive of match logs. */
export const matchArchive = (mongo: Mongo): Archive => archiveIn(matchLogCollection, mongo)
