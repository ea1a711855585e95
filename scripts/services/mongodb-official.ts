import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toolsDir } from '../lib/paths.ts'
import { Unavailable } from './service.ts'

const version = '8.0.4'
const downloadDir = join(toolsDir, 'mongod')
const PROBE_TIMEOUT_MS = 3_000

/** True when the official mongod is here already, or its download site answers within a few seconds. */
export const canDownloadMongod = async (): Promise<boolean> => {
  if (existsSync(downloadDir)) return true
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS)
    return (await fetch('https://fastdl.mongodb.org/', { method: 'HEAD', signal })).status < 500
  } catch {
    return false
  }
}

/** Downloads the official mongod for this system, once. @throws Unavailable when there is none or it cannot be had. */
export const downloadMongod = async (): Promise<string> => {
  // Loaded only where it is used: on most machines it never is.
  const { MongoBinary } = await import('mongodb-memory-server-core')
  try {
    return await MongoBinary.getPath({ version, downloadDir, checkMD5: true })
  } catch (cause) {
    throw new Unavailable('the official mongod could not be downloaded', { cause })
  }
}
