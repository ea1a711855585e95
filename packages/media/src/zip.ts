import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { MediaError } from './error.ts'
import { MAX_PICTURE_BYTES } from './picture.ts'

/** The largest zip taken: the photos of a large league as phones make them. */
export const MAX_ZIP_BYTES = 256 * 1024 * 1024
/** Files in one zip; an auction holds 5,000 players. */
const MAX_FILES = 5_000
/** Folders and hidden files too: each costs a look. */
const MAX_ENTRIES = 20_000
/** Of all files, unpacked. Pictures hardly shrink, so it is not much more than the zip may have. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024
/** Pictures are packed already: what shrinks further is no picture but a bomb. */
const MAX_RATIO = 20

/** A file in a zip. `path` is for people alone: nothing is ever written under it. */
export type ZippedFile = {
  path: string
  /** Its name without folders and ending: what a person is matched by. */
  name: string
  /** @throws MediaError where it is encrypted, too large, or not what the zip says of it. */
  read: () => Promise<Uint8Array>
}

/**
 * The files of a zip on disk; folders, hidden files and what systems add by themselves are passed over. Files are read one by one, when
 * asked, never beyond the bounds. Close it afterwards.
 * @throws MediaError for what is no zip, or one with too many files.
 */
export const openZip = async (path: string): Promise<{ files: ZippedFile[]; close: () => void }> => {
  const zip = await opened(path)
  const budget = { bytes: MAX_UNPACKED_BYTES }
  const files: ZippedFile[] = []
  try {
    if (zip.entryCount > MAX_ENTRIES) throw tooMany()
    for await (const entry of zip.eachEntry()) {
      if (isPassedOver(entry.fileName)) continue
      if (files.length === MAX_FILES) throw tooMany()
      files.push({
        path: entry.fileName,
        name: nameOf(entry.fileName),
        read: () => contentOf(zip, entry, budget),
      })
    }
  } catch (error) {
    zip.close()
    throw error instanceof MediaError ? error : damaged(error)
  }
  return { files, close: () => zip.close() }
}

const opened = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw damaged(error)
  }
}

const tooMany = () => new MediaError(`A zip may hold ${MAX_FILES.toLocaleString('en')} files: split it.`)
const damaged = (cause: unknown) =>
  new MediaError('This is not a zip file, or it is damaged: pack it again.', { cause })

const isPassedOver = (path: string): boolean =>
  path.endsWith('/') ||
  path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
  /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path)

const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '')

const contentOf = async (zip: ZipFile, entry: Entry, budget: { bytes: number }): Promise<Uint8Array> => {
  if (entry.isEncrypted()) throw new MediaError('It is locked with a password: pack it without one.')
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (size > MAX_PICTURE_BYTES)
    throw new MediaError(`It is larger than ${MAX_PICTURE_BYTES / 1024 / 1024} MB: make it smaller first.`)
  if (size > MAX_RATIO * Math.max(packed, 4_096)) throw new MediaError('It is not a picture.')
  if (size > budget.bytes)
    throw new MediaError(
      `The files before it have ${MAX_UNPACKED_BYTES / 1024 / 1024} MB already: send the rest in a second zip.`,
    )
  budget.bytes -= size
  try {
    const chunks: Uint8Array[] = []
    // The reader itself ends with an error once more comes out than the entry says.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks)
  } catch (error) {
    throw new MediaError('It is damaged in the zip: pack it again.', { cause: error })
  }
}
