'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import type { PlayerRow } from '../player-row.ts'
import { PhotoRefused, sendPhoto, sendZip } from '../send-photo.ts'
import { isZip, leftInZip, type OpenPicture, planOf } from './photo-files.ts'

type Taken = { file: string; playerId: string; name: string; photoUrl: string; exact: boolean }

/** What became of pictures that were dropped. */
export type PhotosOutcome = {
  taken: Taken[]
  left: OpenPicture[]
  refused: { file: string; reason: string }[]
}

type Sending = { words: string; done: number; of: number }

/** Single pictures on their way at once. */
const AT_ONCE = 3

/** Photos on their way to players: what is being sent, and what became of what was. */
export function usePhotos(auctionId: string, players: readonly PlayerRow[]) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [sending, setSending] = useState<Sending | null>(null)
  const [outcome, setOutcome] = useState<PhotosOutcome | null>(null)
  const [error, setError] = useState<string | null>(null)
  const reread = () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() })

  async function take(files: readonly File[]) {
    if (files.length === 0 || sending) return
    setError(null)
    setOutcome(null)
    const total: PhotosOutcome = { taken: [], left: [], refused: [] }
    try {
      for (const zip of files.filter(isZip)) add(total, await takeZip(zip))
      const pictures = files.filter((file) => !isZip(file))
      if (pictures.length > 0) add(total, await takePictures(pictures))
    } catch (thrown) {
      if (!(thrown instanceof PhotoRefused)) throw thrown
      setError(thrown.message)
    } finally {
      setSending(null)
      setOutcome(total)
      await reread()
    }
  }

  async function takeZip(zip: File): Promise<PhotosOutcome> {
    const sent = (share: number) =>
      setSending(
        share < 1
          ? { words: `Sending ${zip.name}`, done: share, of: 1 }
          : { words: `Reading the pictures of ${zip.name}`, done: 0, of: 0 },
      )
    sent(0)
    const report = await sendZip(auctionId, zip, sent)
    return {
      taken: report.matched,
      refused: report.refused,
      left: leftInZip(zip, [...report.ambiguous, ...report.unmatched.map((file) => ({ file, couldBe: [] }))]),
    }
  }

  async function takePictures(pictures: readonly File[]): Promise<PhotosOutcome> {
    const { matched, left } = planOf(players, pictures)
    const result: PhotosOutcome = { taken: [], left, refused: [] }
    const of = matched.length
    const say = () => setSending({ words: 'Sending pictures', done: result.taken.length + result.refused.length, of })
    say()
    const waiting = [...matched]
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { file, player, exact } = next
        try {
          const photoUrl = await sendPhoto(auctionId, file, player.playerId)
          result.taken.push({ file: file.name, playerId: player.playerId, name: player.name, photoUrl, exact })
        } catch (thrown) {
          if (!(thrown instanceof PhotoRefused)) throw thrown
          result.refused.push({ file: file.name, reason: thrown.message })
        }
        say()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return result
  }

  /** Gives a picture that was left to a player. @throws PhotoRefused */
  async function give(picture: OpenPicture, playerId: string) {
    const blob = await picture.open()
    if (!blob) throw new PhotoRefused('The picture could not be read any more. Drop it again.')
    const photoUrl = await sendPhoto(auctionId, blob, playerId)
    const name = players.find((player) => player.playerId === playerId)?.name ?? playerId
    setOutcome(
      (before) =>
        before && {
          ...before,
          left: before.left.filter((other) => other !== picture),
          taken: [...before.taken, { file: picture.file, playerId, name, photoUrl, exact: true }],
        },
    )
    await reread()
  }

  return {
    sending,
    outcome,
    error,
    take,
    give,
    leaveOut: (picture: OpenPicture) =>
      setOutcome((before) => before && { ...before, left: before.left.filter((other) => other !== picture) }),
    /** One picture for one player. @throws PhotoRefused */
    giveOne: async (playerId: string, photo: File) => {
      await sendPhoto(auctionId, photo, playerId)
      await reread()
    },
  }
}

export type Photos = ReturnType<typeof usePhotos>

function add(total: PhotosOutcome, more: PhotosOutcome) {
  total.taken.push(...more.taken)
  total.left.push(...more.left)
  total.refused.push(...more.refused)
}
