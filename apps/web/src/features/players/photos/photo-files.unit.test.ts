import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isZip, leftInZip, planOf } from './photo-files.ts'

const players = [
  { playerId: 'a', name: 'Ravi Prabhakaran' },
  { playerId: 'b', name: 'Tom Ashdown' },
]
const picture = (name: string, type = 'image/jpeg') => new File(['picture'], name, { type })

describe('pictures of players', () => {
  it('PLAYERS-6 go to the players whom their names name; the others are left to be chosen', () => {
    const { matched, left } = planOf(players, [picture('ravi_prabhakaran.jpg'), picture('IMG 0042.png')])
    expect(matched.map(({ player }) => player.playerId)).toEqual(['a'])
    expect(left.map(({ file, couldBe }) => [file, couldBe])).toEqual([['IMG 0042.png', []]])
  })

  it('PLAYERS-6 are read out of their zip when they are looked at', async () => {
    const bytes = zipSync({ 'photos/IMG_1.jpg': new Uint8Array([1, 2, 3]), 'other.png': new Uint8Array([4]) })
    const zip = new File([new Uint8Array(bytes)], 'photos.zip', { type: 'application/zip' })
    const [one, gone] = leftInZip(zip, [
      { file: 'photos/IMG_1.jpg', couldBe: [] },
      { file: 'nowhere.png', couldBe: [] },
    ])
    const blob = await one?.open()
    expect([blob?.type, blob && new Uint8Array(await blob.arrayBuffer())]).toEqual([
      'image/jpeg',
      new Uint8Array([1, 2, 3]),
    ])
    expect(await gone?.open()).toBeNull()
  })

  it('PLAYERS-6 tell a zip by its name or its type', () => {
    expect([isZip(picture('a.ZIP')), isZip(picture('a', 'application/zip')), isZip(picture('a.jpg'))]).toEqual([
      true,
      true,
      false,
    ])
  })
})
