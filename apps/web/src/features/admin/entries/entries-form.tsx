'use client'

import { ErrorState, Tab, TabList, TabPanel, Tabs, toast } from '@gavel/ui'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type FieldErrors, FormProvider, useForm, useWatch } from 'react-hook-form'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { useLeaveWarning } from '../desk/use-leave-warning.ts'
import { useRefresh } from '../desk/use-refresh.ts'
import { SaveBar } from '../details/save-bar.tsx'
import { sayEntryChanges } from './entries-changes.ts'
import {
  type EntriesInput,
  type EntryUpdate,
  type EventEntry,
  entriesInput,
  entriesSchema,
  type KindName,
  kindField,
  type Meant,
} from './entries-schema.ts'
import { KindPart } from './kind-part.tsx'
import { Preview } from './preview.tsx'
import { TermsPart } from './terms-part.tsx'

const PARTS = ['players', 'owners', 'terms'] as const
type Part = (typeof PARTS)[number]
const PART_WORDS: Readonly<Record<Part, string>> = { players: 'Players', owners: 'Teams', terms: 'Places and refunds' }

type EntriesFormProps = {
  slug: string
  saved: EventEntry
  meant: Meant
  /** The day of the event, on which ages count where nothing else is said. */
  eventDay: string
  /** Why nothing can be changed at all; null while it can. */
  over: string | null
}

/** How an event takes entries, in one form over three parts; nothing is saved before its changes can be looked at. */
export function EntriesForm({ slug, saved: stored, meant, eventDay, over }: EntriesFormProps) {
  const { currency, timeZone } = meant
  const schema = useMemo(() => entriesSchema({ currency, timeZone }), [currency, timeZone])
  const saved = useMemo(() => entriesInput(stored, { currency, timeZone }), [stored, currency, timeZone])
  const form = useForm<EntriesInput, unknown, EntryUpdate>({
    resolver: zodResolver(schema),
    defaultValues: saved,
    // What somebody else saved meanwhile comes in; what was typed here stays.
    values: saved,
    resetOptions: { keepDirtyValues: true },
  })
  const { control, formState, handleSubmit, reset } = form
  const [part, setPart] = useState<Part>('players')
  const panels = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState(0)
  useEffect(() => {
    if (refused > 0) panels.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])

  const now = useWatch({ control, compute: (values) => values })
  const before = schema.safeParse(saved).data ?? stored
  const after = schema.safeParse(now)
  const changes = formState.isDirty ? (after.success ? sayEntryChanges(before, after.data, meant) : null) : []
  useLeaveWarning(changes === null || changes.length > 0)

  const refresh = useRefresh()
  const update = useMutation(useTRPC().event.update.mutationOptions())
  const submit = handleSubmit(
    async (entry) => {
      const count = sayEntryChanges(before, entry, meant).length
      if (count === 0) return
      try {
        await update.mutateAsync({ slug, entry })
      } catch {
        return
      }
      toast.success(`${count} ${count === 1 ? 'change' : 'changes'} saved`)
      // As it is stored now, with the ids that the new questions got.
      reset(entriesInput(entry, meant))
      refresh()
    },
    (errors) => {
      setPart(partWith(errors, part))
      setRefused((count) => count + 1)
    },
  )
  const ageDay = now.ageDay || eventDay
  const readOf = (name: KindName) => kindField(meant, name).safeParse(now[name]).data ?? null

  return (
    <FormProvider {...form}>
      <Tabs value={part} onValueChange={(next) => setPart(PARTS.find((known) => known === next) ?? 'players')}>
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-10 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <form
            noValidate
            onSubmit={submit}
            aria-label="Entries"
            className={
              part === 'terms' ? 'grid min-w-0 grid-cols-1 gap-6 xl:col-span-2' : 'grid min-w-0 grid-cols-1 gap-6'
            }
          >
            <TabList aria-label="Parts of entering">
              {PARTS.map((one) => (
                <Tab key={one} value={one}>
                  {PART_WORDS[one]}
                  {isFaulty(formState.errors, one) ? <span className="text-bad"> to mend</span> : null}
                </Tab>
              ))}
            </TabList>
            <div ref={panels}>
              {(['players', 'owners'] as const).map((name) => (
                <TabPanel key={name} value={name}>
                  <KindPart slug={slug} name={name} meant={meant} read={part === name ? readOf(name) : null} />
                </TabPanel>
              ))}
              <TabPanel value="terms">
                <TermsPart meant={meant} read={after.data ?? null} />
              </TabPanel>
            </div>
            {update.error ? (
              <ErrorState title="Nothing was saved" words={`${saidBy(update.error)} What you changed is kept here.`} />
            ) : null}
            <SaveBar disabledReason={over} changes={changes} busy={update.isPending} onDiscard={() => reset(saved)} />
          </form>
          {part === 'terms' ? null : <Preview key={part} name={part} meant={meant} ageDay={ageDay} />}
        </div>
      </Tabs>
    </FormProvider>
  )
}

/** The part of the form that something is wrong in: the open one where it can be. */
function partWith(errors: FieldErrors<EntriesInput>, open: Part): Part {
  return [open, ...PARTS].find((part) => isFaulty(errors, part)) ?? open
}

function isFaulty(errors: FieldErrors<EntriesInput>, part: Part): boolean {
  const { players, owners, ageDay, ...terms } = errors
  switch (part) {
    case 'players':
      return players !== undefined || ageDay !== undefined
    case 'owners':
      return owners !== undefined
    case 'terms':
      return Object.keys(terms).length > 0
    default:
      return part satisfies never
  }
}
