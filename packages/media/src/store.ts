import { createHash, randomBytes } from 'node:crypto'
import { type Bucket, openBucket } from './bucket.ts'
import { MediaUnreachableError } from './error.ts'
import { openFolder } from './folder.ts'
import type { Shelf } from './shelf.ts'

/** What a picture is known by: the SHA-256 of its bytes, so that equal ones are kept once and none ever changes. */
export const MEDIA_KEY = /^[0-9a-f]{64}\.webp$/

/** Pictures, by key: in a folder or in a bucket. */
export type MediaStore = {
  /** Keeps a picture and answers its key; repeating it is harmless. */
  put: (bytes: Uint8Array) => Promise<string>
  /** Null where there is none, or the key is none. */
  get: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>
  has: (key: string) => Promise<boolean>
  /** Repeating it is harmless. */
  remove: (key: string) => Promise<void>
  /** Whether the place answers, for the health of a program. @throws where it does not */
  ping: () => Promise<void>
  /**
   * Keeps something, reads it and throws it away, within `withinMs`: what a picture needs works (PHOTO-9).
   * @throws MediaUnreachableError saying in one sentence what does not
   */
  check: (withinMs?: number) => Promise<void>
}

/** Longer than a storage takes that is well, and shorter than anybody waits for a program to start. */
const CHECK_MS = 10_000

/** The pictures of this installation: in the bucket where one is named, in the folder otherwise. Nothing is opened before the first picture. */
export const openMediaStore = ({ folder, bucket }: { folder: string; bucket: Bucket | null }): MediaStore => {
  const shelf = bucket === null ? openFolder(folder) : openBucket(bucket)
  return {
    put: async (bytes) => {
      const key = `${createHash('sha256').update(bytes).digest('hex')}.webp`
      await shelf.write(key, bytes)
      return key
    },
    get: async (key) => (MEDIA_KEY.test(key) ? shelf.read(key) : null),
    has: async (key) => MEDIA_KEY.test(key) && shelf.has(key),
    remove: async (key) => {
      if (MEDIA_KEY.test(key)) await shelf.remove(key)
    },
    ping: shelf.ping,
    check: async (withinMs = CHECK_MS) => {
      const late = AbortSignal.timeout(withinMs)
      const tooLate = new Promise<never>((_, reject) => {
        late.addEventListener('abort', () => reject(new Error(`no answer within ${withinMs / 1000} s`)))
      })
      await Promise.race([tried(shelf), tooLate]).catch((error: unknown) => {
        throw new MediaUnreachableError(shelf.why(error), { cause: error })
      })
    },
  }
}

/** Each try is of a key of its own: several programs start at once. */
const tried = async (shelf: Shelf): Promise<void> => {
  const bytes = randomBytes(32)
  const key = `${bytes.toString('hex')}.webp`
  // First of all, for a storage says why in words: of the ping it answers a number alone.
  await shelf.write(key, bytes)
  try {
    const read = await shelf.read(key)
    if (!read || !bytes.equals(read)) throw new Error('what was kept is not there')
  } finally {
    await shelf.remove(key)
  }
  await shelf.ping()
}
