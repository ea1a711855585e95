'use client'

import type { MatchPage } from '@gavel/api'
import type { Side } from '@gavel/scoring'
import { Badge, Button, ErrorState, Field, Input, Section, Select, toast } from '@gavel/ui'
import { useMutation } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { nanoid } from 'nanoid'
import Link from 'next/link'
import { useState } from 'react'
import {
  mostPlayers,
  optionsOf,
  orderWords,
  type SheetAsk,
  type SheetKind,
  sheetKind,
} from '../../../matches/sheets.ts'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { DeskTitle } from '../desk/desk-title.tsx'
import { useRefresh } from '../desk/use-refresh.ts'
import {
  choosable,
  type DraftSide,
  type LineUps,
  lineUpsOf,
  movedUp,
  type Named,
  setBeside,
  setupOf,
  toggled,
} from './line-ups.ts'

/** Who plays, in which order, who tossed and who officiates: until the match is begun, when the scorer's book takes over. */
export function LineUpsDesk({ page }: { page: MatchPage }) {
  const { match, event, setup, choices, begun } = page
  const [draft, setDraft] = useState<LineUps>(() => lineUpsOf(page))
  const refresh = useRefresh()
  const trpc = useTRPC()
  const save = useMutation(
    trpc.match.update.mutationOptions({
      onSuccess: () => {
        toast.success('Line-ups saved')
        refresh()
      },
    }),
  )
  const { sides, matchId, sport } = match
  const kind = sheetKind(sport)
  const add = (name: string, side: Side | null): string => {
    const id = nanoid(12)
    setDraft((was) => ({ ...was, people: [...was.people, { id, name, side }] }))
    return id
  }
  return (
    <>
      <DeskTitle
        title={`${sides.home.name} v ${sides.away.name}`}
        words={
          begun
            ? 'The match is begun: line-ups are changed in the scorer’s book now.'
            : `Tick who plays. ${orderWords(sport, page.rules)} Once the match has begun, the scorer’s book has what is true.`
        }
        actions={
          <>
            <Button
              look="primary"
              busy={save.isPending}
              disabledReason={begun ? 'The match is begun' : null}
              onClick={() => save.mutate({ matchId, setup: setupOf(setup, sport, draft), people: [...draft.people] })}
            >
              Save
            </Button>
            <Button asChild>
              <Link href={paths.matchScore(matchId)}>Score</Link>
            </Button>
            <Button asChild look="quiet">
              <Link href={paths.adminMatches(event.slug)}>All matches</Link>
            </Button>
          </>
        }
      />
      {save.error ? <ErrorState title="Nothing was saved" words={saidBy(save.error)} /> : null}
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {(['home', 'away'] as const).map((side) => (
          <SideEditor
            key={side}
            title={sides[side].name}
            kind={kind}
            most={mostPlayers(sport, page.rules, draft.answers)}
            side={draft[side]}
            choices={choosable(choices?.[side], draft[side], draft.people, side)}
            onChange={(next) => setDraft((was) => ({ ...was, [side]: next }))}
            onAdd={(name) => {
              const id = add(name, side)
              setDraft((was) => ({ ...was, [side]: toggled(was[side], id) }))
            }}
          />
        ))}
      </div>
      {kind.asks.length > 0 ? (
        <Section title="Before the start">
          <div className="grid gap-4 pt-2 sm:grid-cols-2">
            {kind.asks.map((ask) => (
              <AskField
                key={ask.field}
                ask={ask}
                sides={sides}
                value={draft.answers[ask.field] ?? null}
                onChange={(value) => setDraft((was) => ({ ...was, answers: { ...was.answers, [ask.field]: value } }))}
              />
            ))}
          </div>
        </Section>
      ) : null}
      {'toss' in setup ? (
        <Section title="Toss">
          <div className="grid gap-4 pt-2 sm:grid-cols-2">
            <Field label="Won by">
              {(field) => (
                <Select
                  {...field}
                  value={draft.toss?.winner ?? ''}
                  onChange={({ target: { value } }) =>
                    setDraft((was) => ({
                      ...was,
                      toss:
                        value === 'home' || value === 'away'
                          ? { winner: value, chose: was.toss?.chose ?? 'bat' }
                          : null,
                    }))
                  }
                >
                  <option value="">Not tossed yet</option>
                  <option value="home">{sides.home.name}</option>
                  <option value="away">{sides.away.name}</option>
                </Select>
              )}
            </Field>
            <Field label="Chose to">
              {(field) => (
                <Select
                  {...field}
                  value={draft.toss?.chose ?? 'bat'}
                  disabled={draft.toss === null}
                  onChange={({ target: { value } }) =>
                    setDraft((was) => ({
                      ...was,
                      toss: was.toss && { ...was.toss, chose: value === 'field' ? 'field' : 'bat' },
                    }))
                  }
                >
                  <option value="bat">bat</option>
                  <option value="field">field</option>
                </Select>
              )}
            </Field>
          </div>
        </Section>
      ) : null}
      <Officials
        officials={draft.officials}
        people={draft.people}
        onAdd={(role, name) => {
          const person = add(name, null)
          setDraft((was) => ({ ...was, officials: [...was.officials, { role, person }] }))
        }}
        onRemove={(person) =>
          setDraft((was) => ({
            ...was,
            officials: was.officials.filter((one) => one.person !== person),
            people: was.people.filter(({ id }) => id !== person),
          }))
        }
      />
    </>
  )
}

type AskFieldProps = {
  ask: SheetAsk
  sides: MatchPage['match']['sides']
  value: string | null
  onChange: (value: string | null) => void
}

function AskField({ ask, sides, value, onChange }: AskFieldProps) {
  return (
    <Field label={ask.label}>
      {(field) => (
        <Select {...field} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          {ask.open === undefined ? null : <option value="">{ask.open}</option>}
          {optionsOf(ask, { team: (side) => sides[side].name }).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

type SideEditorProps = {
  title: string
  kind: SheetKind
  most: number | null
  side: DraftSide
  choices: readonly { id: string; name: string; role: string }[]
  onChange: (side: DraftSide) => void
  onAdd: (name: string) => void
}

function countWords(count: number, most: number | null): string {
  if (most === null) return `${count} play`
  return count > most ? `${count} play, ${count - most} too many` : `${count} of ${most} play`
}

function SideEditor({ title, kind, most, side, choices, onChange, onAdd }: SideEditorProps) {
  const order = [
    ...side.players.flatMap((id) => choices.filter((one) => one.id === id)),
    ...side.beside.flatMap((id) => choices.filter((one) => one.id === id)),
    ...choices.filter(({ id }) => !side.players.includes(id) && !side.beside.includes(id)),
  ]
  const { beside } = kind
  return (
    <Section title={title} aside={countWords(side.players.length, most)}>
      {choices.length === 0 ? (
        <p className="py-2 text-sm text-muted">
          Nobody is in the squad yet: it comes from the auction. Add people by name below.
        </p>
      ) : (
        <ul>
          {order.map(({ id, name, role }) => {
            const at = side.players.indexOf(id)
            const isBeside = side.beside.includes(id)
            return (
              <li
                key={id}
                className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1 last:border-b-0"
              >
                <label className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-3">
                  <input
                    type="checkbox"
                    checked={at >= 0 || isBeside}
                    onChange={() => onChange(toggled(side, id))}
                    className="size-5 shrink-0 cursor-pointer"
                  />
                  <span className="w-5 text-right text-sm text-muted tabular-nums">{at >= 0 ? at + 1 : ''}</span>
                  <span className="min-w-0 break-words">
                    {name} {role ? <span className="text-sm text-muted">{role}</span> : null}
                  </span>
                  {side.captain === id ? <Badge>Captain</Badge> : null}
                  {side.keeper === id ? <Badge>Keeper</Badge> : null}
                </label>
                {beside && (at >= 0 || isBeside) ? (
                  <Button
                    look={isBeside ? 'ink' : 'quiet'}
                    size="sm"
                    aria-pressed={isBeside}
                    aria-label={`${beside.face}: ${name}`}
                    onClick={() => onChange(setBeside(side, id))}
                  >
                    {beside.face}
                  </Button>
                ) : null}
                {at > 0 ? (
                  <Button
                    look="quiet"
                    size="icon"
                    aria-label={`${name} one place up`}
                    onClick={() => onChange(movedUp(side, id))}
                  >
                    <ArrowUp aria-hidden className="size-4" />
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      <AddByName label={`Add to ${title}`} onAdd={onAdd} />
      <div className="grid gap-4 pt-4 sm:grid-cols-2">
        {(kind.keeper ? (['captain', 'keeper'] as const) : (['captain'] as const)).map((part) => (
          <Field key={part} label={part === 'captain' ? 'Captain' : 'Keeper'} optional>
            {(field) => (
              <Select
                {...field}
                value={side[part] ?? ''}
                onChange={({ target: { value } }) => onChange({ ...side, [part]: value === '' ? null : value })}
              >
                <option value="">Nobody yet</option>
                {side.players.map((id) => (
                  <option key={id} value={id}>
                    {choices.find((one) => one.id === id)?.name ?? id}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
    </Section>
  )
}

function AddByName({ label, onAdd }: { label: string; onAdd: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <form
      className="flex items-end gap-2 pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd(name.trim())
        setName('')
      }}
    >
      <Field label={label} className="min-w-0 flex-1">
        {(field) => <Input {...field} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Button type="submit" className="min-h-11">
        Add
      </Button>
    </form>
  )
}

const ROLES = ['Umpire', 'Third umpire', 'Referee', 'Match referee', 'Scorer'] as const

type OfficialsProps = {
  officials: LineUps['officials']
  people: readonly Named[]
  onAdd: (role: string, name: string) => void
  onRemove: (person: string) => void
}

function Officials({ officials, people, onAdd, onRemove }: OfficialsProps) {
  const [role, setRole] = useState<string>(ROLES[0])
  return (
    <Section title="Officials" aside={officials.length > 0 ? officials.length : null}>
      <ul>
        {officials.map(({ role: as, person }) => {
          const name = people.find(({ id }) => id === person)?.name ?? person
          return (
            <li key={person} className="flex min-h-11 items-center gap-3 border-b last:border-b-0">
              <span className="w-32 text-sm text-muted">{as}</span>
              <span className="min-w-0 flex-1 break-words">{name}</span>
              <Button look="quiet" size="sm" aria-label={`Take ${name} out`} onClick={() => onRemove(person)}>
                Take out
              </Button>
            </li>
          )
        })}
      </ul>
      <div className="grid items-end gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Field label="As" className="pt-4">
          {(field) => (
            <Select {...field} value={role} onChange={(event) => setRole(event.target.value)}>
              {ROLES.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
        <AddByName label="Add an official" onAdd={(name) => onAdd(role, name)} />
      </div>
    </Section>
  )
}
