import { matchFiles } from '@gavel/player-list'

type Named = { playerId: string; name: string }

/** A picture whose player somebody has to choose. `open` reads it; null where it cannot be read. */
export type OpenPicture = { file: string; couldBe: Named[]; open: () => Promise<Blob | null> }

export const isZip = (file: File): boolean => /\.zip$/i.test(file.name) || /zip/.test(file.type)

/** A file's name as people are matched by it: without folders and ending. */
const stem = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.[A-Za-z0-9]{1,5}$/, '')

/** Which of some pictures belongs to whom; whatever could be meant in two ways is left for a person to say. */
export function planOf(players: readonly Named[], files: readonly File[]) {
  const named = files.map((file) => ({ name: stem(file.name), file }))
  const { matched, ambiguous, unmatched } = matchFiles(players, named)
  const left = (file: File, couldBe: readonly Named[]): OpenPicture => ({
    file: file.name,
    couldBe: couldBe.map(({ playerId, name }) => ({ playerId, name })),
    open: async () => file,
  })
  return {
    matched: matched.map(({ file: { file }, player, exact }) => ({ file, player, exact })),
    left: [
      ...ambiguous.map(({ file: { file }, couldBe }) => left(file, couldBe)),
      ...unmatched.map(({ file }) => left(file, [])),
    ],
  }
}

/** Pictures of a zip that nobody was found for. The zip stays on this computer; single files are unpacked when they are looked at. */
export function leftInZip(zip: File, unnamed: readonly { file: string; couldBe: Named[] }[]): OpenPicture[] {
  let bytes: Promise<Uint8Array> | null = null
  return unnamed.map(({ file, couldBe }) => ({
    file,
    couldBe,
    open: async () => {
      bytes ??= zip.arrayBuffer().then((buffer) => new Uint8Array(buffer))
      const [{ unzip }, data] = await Promise.all([import('fflate'), bytes])
      return new Promise((resolve) => {
        unzip(data, { filter: ({ name }) => name === file }, (error, files) => {
          const [picture] = error ? [] : Object.values(files)
          resolve(picture ? new Blob([new Uint8Array(picture)], { type: typeOf(file) }) : null)
        })
      })
    },
  }))
}

/** By the name alone, for the preview; the server looks at what is in the file. */
function typeOf(path: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpeg'
  return `image/${ending === 'jpg' ? 'jpeg' : ending}`
}
