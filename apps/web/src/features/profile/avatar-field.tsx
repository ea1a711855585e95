'use client'

import { Button, FieldError, Monogram } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { ImageChoice } from '../files/image-choice.tsx'
import { sendFile } from '../files/send-file.ts'
import type { Square } from './square.ts'
import { SquarePicker } from './square-picker.tsx'

type AvatarFieldProps = { name: string; avatarUrl: string | null }

/** The viewer's picture: another one is kept as soon as its square is chosen. */
export function AvatarField({ name, avatarUrl }: AvatarFieldProps) {
  const router = useRouter()
  const errorId = useId()
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: async ({ chosen, square }: { chosen: File; square: Square | null }) => {
      const refused = await sendFile(paths.avatar(square ?? undefined), chosen)
      if (refused) throw new PictureRefused(refused)
    },
    onSuccess: () => {
      setFile(null)
      router.refresh()
    },
  })
  const remove = useMutation(useTRPC().profile.removeAvatar.mutationOptions({ onSuccess: () => router.refresh() }))
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-4">
        <Monogram size="lg" name={name || '?'} src={avatarUrl} />
        <ImageChoice
          label="Picture"
          face={avatarUrl ? 'Another picture' : 'Choose a picture'}
          errorId={remove.error ? errorId : undefined}
          onChoose={(chosen) => {
            send.reset()
            setFile(chosen)
          }}
        >
          {avatarUrl ? (
            <Button
              size="sm"
              look="quiet"
              icon={<X aria-hidden className="size-4" />}
              busy={remove.isPending}
              onClick={() => remove.mutate()}
            >
              Remove the picture
            </Button>
          ) : null}
        </ImageChoice>
      </div>
      <p role="status" className="sr-only">
        {send.isSuccess && !file ? 'Your picture is kept.' : ''}
      </p>
      <FieldError id={errorId} error={remove.error ? saidBy(remove.error) : null} />
      {file ? (
        <SquarePicker
          file={file}
          busy={send.isPending}
          error={send.error?.message ?? null}
          onCancel={() => setFile(null)}
          onUse={(square) => send.mutate({ chosen: file, square })}
        />
      ) : null}
    </div>
  )
}

/** A picture that was not taken, in words for a person. */
class PictureRefused extends Error {
  override name = 'PictureRefused'
}
