import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { migrateMongo } from './collections.ts'
import { connectMongo, type Mongo } from './connection.ts'

/** For tests: a migrated database of its own on the server of MONGODB_URL, dropped when the scope ends. */
export const scratchMongo = async (): Promise<Mongo & AsyncDisposable> => {
  const url = new URL(loadEnvPart(['mongodbUrl']).mongodbUrl)
  url.pathname = `/scratch_${randomUUID().slice(0, 8)}`
  const mongo = await connectMongo(url.href)
  await migrateMongo(mongo)
  return {
    ...mongo,
    [Symbol.asyncDispose]: async () => {
      await mongo.connection.dropDatabase()
      await mongo.close()
    },
  }
}
