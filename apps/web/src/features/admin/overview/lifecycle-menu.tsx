'use client'

import { Button, Dialog, DialogClose, ErrorState, Menu, MenuItem, MenuLine, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { Ban, Copy, Ellipsis, FlagTriangleRight } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { CancelEvent } from './cancel-event.tsx'
import { CloneEvent } from './clone-event.tsx'

type LifecycleMenuProps = {
  event: { slug: string; name: string; startsAtMs: number; timeZone: string }
  may: { clone: boolean; finish: boolean; cancel: boolean }
  touches: readonly string[]
}

/** What is done with an event as a whole, and seldom: clone it, finish it, cancel it. */
export function LifecycleMenu({ event, may, touches }: LifecycleMenuProps) {
  const [shown, setShown] = useState<'clone' | 'finish' | 'cancel' | null>(null)
  const close = (open: boolean) => setShown((before) => (open ? before : null))
  return (
    <>
      <Menu
        trigger={
          <Button icon={<Ellipsis aria-hidden className="size-4" />} aria-label="More to do with this event">
            More
          </Button>
        }
      >
        <MenuItem disabled={!may.clone} onSelect={() => setShown('clone')}>
          <Copy aria-hidden className="size-4 text-muted" />
          {may.clone ? 'Clone for the next season' : 'Clone: only who may create events'}
        </MenuItem>
        {may.finish ? (
          <MenuItem onSelect={() => setShown('finish')}>
            <FlagTriangleRight aria-hidden className="size-4 text-muted" />
            Finish the event
          </MenuItem>
        ) : null}
        {may.cancel ? (
          <>
            <MenuLine />
            <MenuItem onSelect={() => setShown('cancel')} className="text-bad">
              <Ban aria-hidden className="size-4" />
              Cancel the event
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {shown === 'clone' ? <CloneEvent event={event} open onOpenChange={close} /> : null}
      {shown === 'cancel' ? <CancelEvent {...event} touches={touches} open onOpenChange={close} /> : null}
      <FinishEvent slug={event.slug} name={event.name} open={shown === 'finish'} onOpenChange={close} />
    </>
  )
}

type FinishEventProps = { slug: string; name: string; open: boolean; onOpenChange: (open: boolean) => void }

function FinishEvent({ slug, name, open, onOpenChange }: FinishEventProps) {
  const refresh = useRefresh()
  const finish = useMutation(
    useTRPC().event.finish.mutationOptions({
      onSuccess: () => {
        toast.success(`${name} is finished`, {
          description: 'It stands among the events that are over, with its results.',
        })
        onOpenChange(false)
        refresh()
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Finish ${name}?`}
      words="It moves to the events that are over. Results, squads and the log stay as they are; registration closes for good."
      actions={
        <>
          <DialogClose asChild>
            <Button>Not now</Button>
          </DialogClose>
          <Button look="primary" busy={finish.isPending} onClick={() => finish.mutate({ slug })}>
            Finish the event
          </Button>
        </>
      }
    >
      {finish.error ? <ErrorState title="Nothing was changed" words={saidBy(finish.error)} /> : null}
    </Dialog>
  )
}
