import type { S3Client } from '@aws-sdk/client-s3'
import type { Shelf } from './shelf.ts'
import { whyNot } from './why-not.ts'

/** A bucket of an S3-compatible storage. */
export type Bucket = {
  name: string
  region: string
  /** Where the storage is, for any but Amazon's own, which the region names. */
  endpoint: string | undefined
  /** Without keys those of the machine are used: a role, or a profile. */
  keys: { id: string; secret: string } | undefined
}

/** A storage that hangs is given up: the request that waits for it is answered by an error, which may be repeated. */
const CONNECT_TIMEOUT_MS = 3_000
const REQUEST_TIMEOUT_MS = 15_000
/** Orchestrators ask after the health of a program every few seconds, and storages count requests. */
const ASKED_EACH_MS = 10_000

/** Pictures in a bucket, each an object under its key. The bucket is the operator's to make; it need not be public, for Gavel serves what lies in it. */
export const openBucket = (bucket: Bucket): Shelf => {
  const opened = lazily(() => connect(bucket))
  let answeredAtMs = Number.NEGATIVE_INFINITY
  const at = (key: string) => ({ Bucket: bucket.name, Key: key })
  return {
    write: async (key, bytes) => {
      const { client, sdk } = await opened()
      await client.send(new sdk.PutObjectCommand({ ...at(key), Body: bytes, ContentType: 'image/webp' }))
    },
    read: async (key) => {
      const { client, sdk } = await opened()
      const found = await client.send(new sdk.GetObjectCommand(at(key))).catch(missing)
      return found?.Body ? new Uint8Array(await found.Body.transformToByteArray()) : null
    },
    has: async (key) => {
      const { client, sdk } = await opened()
      return (await client.send(new sdk.HeadObjectCommand(at(key))).catch(missing)) !== null
    },
    remove: async (key) => {
      const { client, sdk } = await opened()
      await client.send(new sdk.DeleteObjectCommand(at(key)))
    },
    ping: async () => {
      if (Date.now() - answeredAtMs < ASKED_EACH_MS) return
      const { client, sdk } = await opened()
      await client.send(new sdk.HeadBucketCommand({ Bucket: bucket.name }))
      answeredAtMs = Date.now()
    },
    why: (error) => whyNot(bucket, error),
  }
}

const connect = async ({
  region,
  endpoint,
  keys,
}: Bucket): Promise<{ client: S3Client; sdk: typeof import('@aws-sdk/client-s3') }> => {
  // Loaded with the first picture: who keeps pictures in a folder starts without it.
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    region,
    // Others than Amazon seldom have a host name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(keys && { credentials: { accessKeyId: keys.id, secretAccessKey: keys.secret } }),
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  })
  return { client, sdk }
}

/** Does it when it is first asked for, and again after it has failed. */
const lazily = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}

/** What an object that is not there means; any other failure, a bucket that is not there too, stays one. */
const missing = (error: unknown): null => {
  if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return null
  throw error
}
