import { expect, test } from 'vitest'
import { readOn } from './read-on.ts'

const PAGE = 3

/** A log of which the archive holds more at each pause: so many entries at first, and so many after each. */
const archiveOf = (...sizes: number[]) => {
  const asked: number[] = []
  let pauses = 0
  return {
    asked,
    pauses: () => pauses,
    pageFrom: async (seq: number) => {
      asked.push(seq)
      const size = sizes[Math.min(pauses, sizes.length - 1)] ?? 0
      return Array.from({ length: Math.max(0, Math.min(PAGE, size - seq + 1)) }, (_, n) => seq + n)
    },
    pause: async () => {
      pauses += 1
    },
  }
}

const read = async (archive: ReturnType<typeof archiveOf>, from: number, upTo: number): Promise<number[]> => {
  const seqs: number[] = []
  for await (const page of readOn(archive.pageFrom, from, upTo, PAGE, archive.pause)) seqs.push(...page)
  return seqs
}

test('TIME-6 what the archive has is read page by page, and is not waited for', async () => {
  const archive = archiveOf(7)
  expect(await read(archive, 2, 7)).toEqual([2, 3, 4, 5, 6, 7])
  expect(archive.pauses()).toBe(0)
  expect(archive.asked).toEqual([2, 5, 8])
})

test('TIME-6 what the room has reached and the archive has not is looked for again, and nothing is read twice', async () => {
  const archive = archiveOf(2, 2, 8)
  expect(await read(archive, 1, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(archive.pauses()).toBe(2)
  expect(archive.asked).toEqual([1, 3, 3, 6, 9])
})

test('TIME-6 an archive that stays behind is given up, with what it has', async () => {
  const archive = archiveOf(2)
  expect(await read(archive, 1, 9)).toEqual([1, 2])
  expect(archive.pauses()).toBe(5)
})

test('TIME-6 a seq that nobody knows of is not waited for', async () => {
  const archive = archiveOf(0)
  expect(await read(archive, 1, 0)).toEqual([])
  expect(archive.pauses()).toBe(0)
})
