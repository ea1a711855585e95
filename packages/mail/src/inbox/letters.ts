import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A letter of the inbox, as it is read. */
export type InboxLetter = {
  id: string
  atMs: number
  from: string
  to: string[]
  subject: string
  text: string
  /** The HTML part; null where there is none. Never to be shown outside of a sandbox. */
  html: string | null
}

/** The letters of a folder, one file each. */
export type Letters = {
  /** Keeps a letter as it came. `to`: whom the mail server was told to give it to. */
  keep: (raw: Buffer, to: readonly string[], atMs: number) => Promise<void>
  /** The newest first, those to one reader alone where `to` is given; at most `limit`. */
  list: (filter: { to?: string; limit: number }) => Promise<InboxLetter[]>
  read: (id: string) => Promise<InboxLetter | null>
}

/** `1792000000000-0f3a9c1be2d4`: the moment, then what keeps two of one moment apart. */
const ID = /^\d{13}-[0-9a-f]{12}$/
const SUFFIX = '.json'

type Kept = { to: string[]; raw: string }

/** Opens a folder of letters, which is made if it is missing. The oldest beyond `most` are thrown away. */
export const openLetters = async (folder: string, most: number): Promise<Letters> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const ids = async () =>
    (await readdir(folder))
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => name.slice(0, -SUFFIX.length))
      .filter((id) => ID.test(id))
      .toSorted()
      .toReversed()
  const fileOf = (id: string) => join(folder, `${id}${SUFFIX}`)

  const read = async (id: string): Promise<InboxLetter | null> => {
    if (!ID.test(id)) return null
    const text = await readFile(fileOf(id), 'utf8').catch(() => null)
    if (text === null) return null
    const { to, raw } = JSON.parse(text) as Kept
    const mail = await PostalMime.parse(raw)
    return {
      id,
      atMs: Number(id.slice(0, 13)),
      from: mail.from?.address ? named(mail.from.name, mail.from.address) : '',
      to,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? null,
    }
  }

  return {
    keep: async (raw, to, atMs) => {
      const id = `${String(atMs).padStart(13, '0')}-${randomBytes(6).toString('hex')}`
      const kept: Kept = { to: to.map((address) => address.toLowerCase()), raw: raw.toString('utf8') }
      // A reader never sees half a letter.
      const half = `${fileOf(id)}.half`
      await writeFile(half, JSON.stringify(kept), { mode: 0o600 })
      await rename(half, fileOf(id))
      for (const old of (await ids()).slice(most)) await rm(fileOf(old), { force: true })
    },
    list: async ({ to, limit }) => {
      const found: InboxLetter[] = []
      for (const id of await ids()) {
        if (found.length >= limit) break
        const letter = await read(id)
        if (letter && (to === undefined || letter.to.includes(to.toLowerCase()))) found.push(letter)
      }
      return found
    },
    read,
  }
}

const named = (name: string | undefined, address: string): string => (name ? `${name} <${address}>` : address)
