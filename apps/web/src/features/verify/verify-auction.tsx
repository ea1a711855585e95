'use client'

import type { PublicProof } from '@gavel/auction'
import { Button, cn, Money, Section, Table, Td, Th, Tr } from '@gavel/ui'
import { Check, CircleAlert, RotateCw } from 'lucide-react'
import { CopyButton } from '../join/copy-button.tsx'
import type { ComparedSquad, ShownSquad } from './check.ts'
import { useVerify } from './use-verify.ts'
import type { VerifyNews } from './verify.worker.ts'

type VerifyAuctionProps = { auctionId: string; proof: PublicProof; shown: readonly ShownSquad[]; currency: string }

/** The published hash, the check that this browser makes of it, and what came out. */
export function VerifyAuction({ auctionId, proof, shown, currency }: VerifyAuctionProps) {
  const { news, again } = useVerify(auctionId, proof, shown)
  const { good, title, words } = verdictOf(news, proof)
  const Icon = good === false ? CircleAlert : Check
  return (
    <>
      <section
        aria-label="Verdict"
        className={cn(
          'grid gap-3 rounded-card border-2 bg-raised p-5',
          good === null ? 'border-edge' : good ? 'border-good' : 'border-bad',
        )}
      >
        <div className="flex items-start gap-3">
          {good === null ? null : (
            <Icon aria-hidden className={cn('mt-1 size-6 shrink-0', good ? 'text-good' : 'text-bad')} />
          )}
          <div role="status" className="grid min-w-0 gap-1">
            <h2 className="text-lg">{title}</h2>
            <p className="text-muted">{words}</p>
          </div>
        </div>
        <progress
          aria-label="Entries checked"
          max={proof.seq}
          value={news.is === 'checking' || news.is === 'done' ? news.seq : 0}
          className={cn('h-2 w-full', news.is !== 'checking' && 'invisible')}
        />
        <Hash name="Published" hash={proof.hash} />
        {news.is === 'done' || news.is === 'broken' ? <Hash name="Made by this browser" hash={news.hash} /> : null}
        <div className="flex flex-wrap gap-2">
          <CopyButton text={proof.hash} words="Copy the hash" />
          <Button
            icon={<RotateCw aria-hidden className="size-4" />}
            onClick={again}
            disabledReason={news.is === 'checking' ? 'The check is running' : null}
          >
            Check again
          </Button>
        </div>
      </section>
      <Marks proof={proof} />
      {news.is === 'done' ? <Squads squads={news.squads} currency={currency} /> : null}
    </>
  )
}

function Hash({ name, hash }: { name: string; hash: string }) {
  return (
    <p className="grid gap-0.5 text-sm">
      <span className="text-muted">{name}</span>
      <code className="break-all">{hash}</code>
    </p>
  )
}

/** Every hash that was published, for whoever has noted one of them. */
function Marks({ proof }: { proof: PublicProof }) {
  return (
    <details>
      <summary className="min-h-9 cursor-pointer py-2 text-sm font-semibold">All published hashes</summary>
      <Table aria-label="Published hashes">
        <thead>
          <tr>
            <Th numeric className="w-20">
              Entry
            </Th>
            <Th>Hash</Th>
          </tr>
        </thead>
        <tbody>
          {[...proof.marks.filter(({ seq }) => seq !== proof.seq), proof].map(({ seq, hash }) => (
            <Tr key={seq}>
              <Td numeric>{seq}</Td>
              <Td>
                <code className="break-all">{hash}</code>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

function Squads({ squads, currency }: { squads: readonly ComparedSquad[]; currency: string }) {
  return (
    <Section title="Squads, made anew from the log" aside={squads.length}>
      <Table aria-label="Squads made anew">
        <thead>
          <tr>
            <Th>Team</Th>
            <Th numeric>Players</Th>
            <Th numeric>Spent</Th>
            <Th>As shown</Th>
          </tr>
        </thead>
        <tbody>
          {squads.map(({ teamId, name, players, spent, what }) => (
            <Tr key={teamId}>
              <Td className="font-semibold break-words">{name}</Td>
              <Td numeric>{players}</Td>
              <Td numeric>
                <Money amount={spent} currency={currency} style="short" />
              </Td>
              <Td className={what ? 'text-bad' : 'text-good'}>{what ?? 'Equal'}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

type Verdict = { good: boolean | null; title: string; words: string }

/** What is said of the check; `good` is null while nothing is known. */
function verdictOf(news: VerifyNews, proof: PublicProof): Verdict {
  const count = (n: number) => n.toLocaleString('en-IN')
  switch (news.is) {
    case 'checking':
      return {
        good: null,
        title: 'Your browser is checking',
        words: `${count(news.seq)} of ${count(proof.seq)} entries so far.`,
      }
    case 'done': {
      const differing = news.squads.filter(({ what }) => what !== null)
      const seconds = (news.tookMs / 1_000).toFixed(1)
      if (differing.length > 0)
        return {
          good: false,
          title: 'The log is whole, but squads differ',
          words: `All ${count(proof.seq)} entries are the published ones. What the results show for ${differing.map(({ name }) => name).join(', ')} is not what they say.`,
        }
      return {
        good: true,
        title: 'It matches',
        words: `Your browser made all ${count(proof.seq)} hashes and ${news.squads.length} squads anew in ${seconds} s. The last hash is the published one, and every squad is the one that is shown.`,
      }
    }
    case 'broken': {
      const { after, upTo, what } = news.broken
      const where =
        upTo === after + 1
          ? `The entries up to ${count(after)} are sound.`
          : `The entries up to ${count(after)} are the published ones; something between ${count(after + 1)} and ${count(upTo)} is not.`
      return { good: false, title: 'It does not match', words: `${what}. ${where}` }
    }
    case 'failed':
      return {
        good: null,
        title: 'The log could not be read',
        words: 'Nothing was found wrong: the check did not get to its end. Try again in a moment.',
      }
    default:
      return news satisfies never
  }
}
