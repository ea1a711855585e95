'use client'

import { EmptyState, ErrorState, Section } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { Images } from 'lucide-react'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { DropZone } from '../../files/drop-zone.tsx'
import { IMAGE_TYPES } from '../../files/image-choice.tsx'
import type { PlayerRow } from '../player-row.ts'
import { PlayersHead } from '../players-head.tsx'
import { PhotosReport } from './photos-report.tsx'
import { usePhotos } from './use-photos.ts'
import { WithoutPhoto } from './without-photo.tsx'

type PhotosPageProps = { slug: string; auctionId: string; players: PlayerRow[] }

/** Photos of many players at once, matched by name; then those who still have none. */
export function PhotosPage({ slug, auctionId, players: initial }: PhotosPageProps) {
  const trpc = useTRPC()
  const { data: players } = useQuery(trpc.players.list.queryOptions({ auctionId }, { initialData: initial }))
  const photos = usePhotos(auctionId, players)
  const without = players.filter(({ photoUrl }) => photoUrl === null)
  const having = players.length - without.length
  return (
    <>
      <PlayersHead
        slug={slug}
        title="Photos"
        words="Name each picture after its player and drop them all: a zip, or the pictures themselves."
        here={paths.adminPhotos(slug)}
      />
      {players.length === 0 ? (
        <EmptyState
          title="No players yet"
          words="Photos are matched to the players of the pool: import or add them first."
        />
      ) : (
        <>
          <DropZone
            Icon={Images}
            title="Drop photos here"
            overTitle="Let go to read them"
            words="A zip of at most 256 MB, or JPEG, PNG, WebP, AVIF and GIF of at most 15 MB each. They are made small, and where and when they were taken is not kept."
            face={photos.sending === null ? 'Choose photos' : 'Working'}
            accept={`.zip,application/zip,${IMAGE_TYPES}`}
            multiple
            busy={photos.sending !== null}
            onFiles={photos.take}
          />
          {photos.sending ? (
            <div role="status" className="grid gap-1.5">
              <p className="text-sm font-semibold tabular-nums">
                {photos.sending.words}
                {photos.sending.of > 1 ? `: ${photos.sending.done} of ${photos.sending.of}` : ''}
              </p>
              <progress
                aria-label={photos.sending.words}
                className="h-1.5 w-full accent-(--color-accent)"
                {...(photos.sending.of > 0 && { value: photos.sending.done, max: photos.sending.of })}
              />
            </div>
          ) : null}
          {photos.error ? <ErrorState title="Not every picture was taken" words={photos.error} /> : null}
          {photos.outcome ? <PhotosReport photos={photos} outcome={photos.outcome} players={players} /> : null}
          <Section
            title={without.length === 0 ? 'Everybody has a photo' : 'Still without a photo'}
            aside={`${having} of ${players.length} have one`}
          >
            <WithoutPhoto players={without} onGive={photos.giveOne} />
          </Section>
        </>
      )}
    </>
  )
}
