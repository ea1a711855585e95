import type { Mongo } from './connection.ts'
import { type Archive, archiveIn, defineLogCollection } from './log-archive.ts'

export const auctionLogCollection = defineLogCollection('auctionLog', 'auctionId')

/** The archive of auction logs. */
export const auctionArchive = (mongo: Mongo): Archive => archiveIn(auctionLogCollection, mongo)
