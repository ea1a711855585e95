import { type Event, eventBySlug } from '@gavel/db'
import type { Answer, Question } from '@gavel/registration'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Cell, csvOf, plainMoney } from '../results/csv.ts'
import type { ExportedFile } from '../results/export.ts'
import { authorise, maySee, subjectIn } from '../trpc.ts'
import { entriesOf, type RegistrationEntry } from './list.ts'

/**
 * Every entry of an event as a table, with a column for each question that it asks, for its organisers (ENTERED-1).
 * @throws AppError EVENT.NOT_FOUND, AUTH.FORBIDDEN
 */
export const registrationsCsv = async (ctx: Context, slug: string): Promise<ExportedFile> => {
  const event = await eventBySlug(ctx.services.mongo, slug)
  const subject = event && (await subjectIn(ctx, event))
  if (!event || !subject || !maySee(ctx.actor, event, subject)) throw new AppError('EVENT.NOT_FOUND')
  authorise(ctx.actor, 'registration.read', subject)
  const questions = questionsOf(event)
  const rows = await entriesOf(ctx.services, event)
  const headings = [
    ...HEADINGS,
    `Fee (${event.currency})`,
    'Seats',
    'Paid',
    'Entered at',
    ...questions.map(({ words }) => words),
  ]
  const body = csvOf(
    headings,
    rows.map((row) => [...cellsOf(event, row), ...questions.map(({ id }) => answerCell(row.answers[id]))]),
  )
  return { name: `${event.slug}-registrations.csv`, type: 'text/csv; charset=utf-8', body }
}

const HEADINGS = [
  'Name',
  'E-mail',
  'As',
  'Player or team',
  'Stands',
  'Number in line',
  'Group of',
  'Category',
  'Born',
  'Age',
]

/** What players are asked, then what owners are asked besides: a question of both has one column. */
const questionsOf = ({ entry: { players, owners } }: Event): Question[] => [
  ...new Map([...owners.questions, ...players.questions].toReversed().map((one) => [one.id, one])).values(),
]

const cellsOf = (event: Event, row: RegistrationEntry): Cell[] => {
  const { details, fee } = row
  return [
    ...[row.person, row.email, row.kind, details.kind === 'player' ? details.name : details.team],
    ...[row.status, row.place, row.group, categoryName(event, row), row.born, row.age],
    fee && plainMoney(fee.amount, fee.currency),
    ...[row.seats, row.paid, new Date(row.createdAtMs).toISOString()],
  ]
}

const categoryName = ({ entry }: Event, { kind, category }: RegistrationEntry): string | null => {
  const { categories } = kind === 'player' ? entry.players : entry.owners
  return categories.find(({ id }) => id === category)?.name ?? category
}

const answerCell = (answer: Answer | undefined): Cell =>
  typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : (answer ?? null)
