import type { TrialBalance } from '@gavel/payments'
import { EmptyState, ErrorState } from '@gavel/ui'
import { ACCOUNT, type BookGroup, type Books, booksOf } from './books.ts'
import { booked } from './said.ts'

const GROUP: Readonly<Record<BookGroup['id'], { title: string; total: string }>> = {
  there: { title: 'What there is', total: 'All that there is' },
  owed: { title: 'What of it is others’', total: 'All that is others’' },
  own: { title: 'What of it is yours', total: 'All that is yours' },
}

/** The books of every currency, in words that people understand. */
export function Balance({ balance }: { balance: TrialBalance }) {
  const books = booksOf(balance)
  if (books.length === 0)
    return (
      <EmptyState
        className="mt-2"
        title="No money has moved yet"
        words="What there is, what of it is others’ and what is yours stands here from the first payment on."
      />
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {books.map((one) => (
        <CurrencyBooks key={one.currency} books={one} named={books.length > 1} />
      ))}
    </div>
  )
}

function CurrencyBooks({ books: { currency, groups, apart }, named }: { books: Books; named: boolean }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {named ? <h3 className="text-base">{currency}</h3> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 lg:grid-cols-3">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
      {apart.amount === 0 ? (
        <p className="text-sm text-muted">The books add up: what is others’ and what is yours is all that there is.</p>
      ) : (
        <ErrorState
          title="The books do not add up"
          words={`They are ${booked(apart)} apart. Tell whoever runs this installation.`}
        />
      )}
    </div>
  )
}

function Group({ group: { id, lines, total } }: { group: BookGroup }) {
  const { title, total: all } = GROUP[id]
  return (
    <table className="w-full border-collapse self-start text-left text-sm">
      <caption className="pb-1 text-left text-base font-semibold">{title}</caption>
      <tbody>
        {lines.map(({ account, money }) => (
          <tr key={account} className="border-b align-top">
            <th scope="row" className="py-2 pr-3 font-normal">
              {ACCOUNT[account].words}
              <span className="block text-muted">{ACCOUNT[account].means}</span>
            </th>
            <td className="py-2 text-right whitespace-nowrap tabular-nums">{booked(money)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-edge font-semibold">
          <th scope="row" className="py-2 pr-3">
            {all}
          </th>
          <td className="py-2 text-right whitespace-nowrap tabular-nums">{booked(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
