'use client'

import type { MatchPage } from '@gavel/api'
import { asCommand, type Pad, type PadSnapshot } from '@gavel/room'
import {
  decideMatch,
  type MatchState,
  matchRefusalWords,
  type Names,
  type ScoredSport,
  type SetupOf,
  type Side,
} from '@gavel/scoring'
import { Button, Dialog, Tab, TabList, TabPanel, Tabs } from '@gavel/ui'
import { useState } from 'react'
import { answerIn, besideIn, optionsOf, orderWords, sheetKind, withAnswers, withBeside } from '../sheets.ts'
import { Chips } from './chips.tsx'
import { consequenceWords } from './consequence-words.ts'
import { Lines } from './differences.tsx'

type Setup = SetupOf<ScoredSport>

type SetupSheetProps = {
  pad: Pad
  snapshot: PadSnapshot
  match: MatchState
  names: Names
  choices: MatchPage['choices']
  reach: boolean
  close: () => void
}

/** Line-ups and toss, as the log has them. They need the network: everybody is to see the same sheets. */
export function SetupSheet({ pad, snapshot, match, names, choices, reach, close }: SetupSheetProps) {
  const [setup, setSetup] = useState<Setup>(match.setup)
  const [shows, setShows] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string | null>(null)
  const kind = sheetKind(match.sport)

  async function write() {
    const asked = { type: 'SetUp' as const, setup, accepting: null }
    const decision = decideMatch(match, asCommand(asked, snapshot.me.user), Date.now())
    const refusal = 'refusal' in decision ? decision.refusal : null
    if (refusal?.code === 'NOTHING_CHANGES') return close()
    if (refusal?.consequences && shows.length === 0)
      return setShows(consequenceWords(match, refusal.consequences, names))
    if (refusal && !refusal.consequences) return setSaid(matchRefusalWords(refusal, match.sport, names.player))
    const outcome = await pad.command({ ...asked, accepting: refusal?.accepting ?? null })
    if (outcome.is === 'accepted') close()
    else setSaid(outcome.words)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title="Line-ups and toss"
      className="mx-auto max-w-2xl"
      actions={
        <Button
          look="primary"
          size="lg"
          className="min-h-14 w-full"
          disabledReason={reach ? null : 'This needs the network'}
          showReason
          onClick={() => void write()}
        >
          {shows.length > 0 ? 'Change it all the same' : 'Write the line-ups'}
        </Button>
      }
    >
      {said ? (
        <p role="alert" className="mb-3 text-sm font-semibold text-bad">
          {said}
        </p>
      ) : null}
      {shows.length > 0 ? <Lines lines={shows} /> : null}
      <Toss setup={setup} set={setSetup} names={names} />
      <div className="grid gap-4">
        {kind.asks.map((ask) => (
          <Chips
            key={ask.field}
            label={ask.label}
            options={optionsOf(ask, names)}
            value={answerIn(setup, ask)}
            onPick={(value) => setSetup(withAnswers(setup, { [ask.field]: value }))}
            none={ask.open}
          />
        ))}
      </div>
      <Tabs defaultValue="home">
        <TabList aria-label="Sides" className="mt-4">
          {(['home', 'away'] as const).map((side) => (
            <Tab key={side} value={side}>
              {names.team(side)} ({setup.sides[side].players.length})
            </Tab>
          ))}
        </TabList>
        {(['home', 'away'] as const).map((side) => (
          <TabPanel key={side} value={side}>
            <LineUp
              side={side}
              sport={match.sport}
              rules={match.rules}
              setup={setup}
              set={setSetup}
              names={names}
              choices={choices}
            />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  )
}

type PartProps = { setup: Setup; set: (setup: Setup) => void; names: Names }

function Toss({ setup, set, names }: PartProps) {
  if (!('toss' in setup)) return null
  const { toss } = setup
  const sides = (['home', 'away'] as const).map((side) => ({ value: side, label: names.team(side) }))
  return (
    <div className="grid gap-4">
      <Chips
        label="Won the toss"
        options={sides}
        value={toss?.winner}
        onPick={(winner) =>
          (winner === 'home' || winner === 'away') && set({ ...setup, toss: { chose: 'bat', ...toss, winner } })
        }
      />
      {toss ? (
        <Chips
          label="Chose to"
          options={[
            { value: 'bat', label: 'Bat' },
            { value: 'field', label: 'Field' },
          ]}
          value={toss.chose}
          onPick={(chose) => (chose === 'bat' || chose === 'field') && set({ ...setup, toss: { ...toss, chose } })}
        />
      ) : null}
    </div>
  )
}

type LineUpProps = PartProps & {
  side: Side
  sport: ScoredSport
  rules: MatchState['rules']
  choices: MatchPage['choices']
}

/** Tapped in the order of the sheet; captain and keeper are of those. Where a sport has liberos or a bench, a second tap names one. */
function LineUp({ side, sport, rules, setup, set, names, choices }: LineUpProps) {
  const kind = sheetKind(sport)
  const beside = besideIn(setup, sport, side)
  const sheet = setup.sides[side]
  const { players, captain, keeper } = sheet
  const change = (next: typeof sheet, others = beside) => {
    const lists = { home: besideIn(setup, sport, 'home'), away: besideIn(setup, sport, 'away'), [side]: others }
    set(withBeside({ ...setup, sides: { ...setup.sides, [side]: next } }, sport, lists))
  }
  const all = [...new Set([...players, ...beside, ...(choices?.[side].choices ?? []).map(({ id }) => id)])]
  function tap(player: string) {
    const { captain: led, keeper: kept, ...rest } = sheet
    const plays = players.includes(player)
    const isBeside = beside.includes(player)
    const stays = plays ? players.filter((one) => one !== player) : isBeside ? players : [...players, player]
    const without = beside.filter((one) => one !== player)
    change(
      {
        ...rest,
        players: stays,
        ...(led && stays.includes(led) && { captain: led }),
        ...(kept && stays.includes(kept) && { keeper: kept }),
      },
      plays && kind.beside ? [...without, player] : without,
    )
  }
  const roles = players.map((player) => ({ value: player, label: names.player(player) }))
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 text-sm font-semibold">
          Plays
          <span className="block font-normal text-muted">
            {orderWords(sport, rules)}
            {kind.beside ? ` Tap twice: ${kind.beside.face.toLowerCase()}.` : ''}
          </span>
        </legend>
        <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-3">
          {all.map((player) => {
            const at = players.indexOf(player)
            const isBeside = beside.includes(player)
            return (
              <Button
                key={player}
                look={at >= 0 ? 'ink' : isBeside ? 'primary' : 'plain'}
                aria-pressed={at >= 0 || isBeside}
                className="min-h-14 whitespace-normal"
                onClick={() => tap(player)}
              >
                {at >= 0 ? `${at + 1}. ` : isBeside ? `${kind.beside?.face}: ` : ''}
                {names.player(player)}
              </Button>
            )
          })}
        </div>
        {all.length === 0 ? (
          <p className="text-sm text-muted">
            Nobody can be chosen: the team has no squad, and the organiser has added nobody to this match.
          </p>
        ) : null}
      </fieldset>
      {players.length > 0 ? (
        <>
          <Chips
            label="Captain"
            options={roles}
            value={captain}
            onPick={(player) => player && change({ ...sheet, captain: player })}
          />
          {kind.keeper ? (
            <Chips
              label="Keeper"
              options={roles}
              value={keeper}
              onPick={(player) => player && change({ ...sheet, keeper: player })}
            />
          ) : null}
        </>
      ) : null}
    </div>
  )
}
