import { Section } from '@gavel/ui'
import { paths } from '../../paths.ts'

/** What the check does, for people who would rather do it by themselves. */
export function HowItIsProved({ auctionId }: { auctionId: string }) {
  return (
    <Section title="How it is proved">
      <div className="grid max-w-prose gap-3 text-sm text-muted">
        <p>
          Everything that happens in an auction is one entry of its log. Each entry has a hash: the SHA-256 of the hash
          before it, followed by the entry. Change, add or drop one entry, and every hash after it is another, the last
          one too. The last one is published when the auction has ended.
        </p>
        <p>
          This page fetches the entries, makes every hash anew in your browser, plays the entries through the rules, and
          compares the last hash and every squad with what was published. People and hidden maximum prices are not in
          the public entries; their places are.
        </p>
        <p>
          To do it with your own tools: the entries are at{' '}
          <a href={paths.publicLog(auctionId)} className="break-all text-ink underline">
            {paths.publicLog(auctionId)}
          </a>
          , a thousand at a time from <code>?from=1</code> on. The first hash is made from 64 zeros and the first{' '}
          <code>body</code>, taken as it stands.
        </p>
      </div>
    </Section>
  )
}
