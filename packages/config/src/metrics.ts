import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The one registry: whatever it holds is what /metrics shows. */
const registry = new Registry()
const registers = [registry]

const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
  new Counter({ name, help, labelNames, registers })
const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
  new Gauge({ name, help, labelNames, registers })
const histogram = <Label extends string>(name: string, help: string, buckets: number[], labelNames: Label[] = []) =>
  new Histogram({ name, help, buckets, labelNames, registers })

/** Every metric Gavel keeps, all named here. Durations are in seconds, as Prometheus wants them. */
export const metrics = {
  bidsAccepted: counter('gavel_bids_accepted_total', 'Bids that became the highest of their lot.'),
  bidsRefused: counter('gavel_bids_refused_total', 'Bids refused, by refusal code.', ['code']),
  bidSeconds: histogram(
    'gavel_bid_seconds',
    'Time from a bid message to its answer.',
    [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
  ),
  commandsAccepted: counter('gavel_commands_accepted_total', 'Auctioneer commands that were written, by kind.', [
    'kind',
  ]),
  commandsRefused: counter('gavel_commands_refused_total', 'Auctioneer commands refused, by code.', ['code']),
  commitConflicts: counter(
    'gavel_commit_conflicts_total',
    'Commits that lost a race for the tail and were tried again.',
  ),
  entriesFannedOut: counter('gavel_entries_fanned_out_total', 'Log entries sent on to rooms.'),
  fanOutGapsHealed: counter('gavel_fan_out_gaps_healed_total', 'Gaps in the channel that were filled from the log.'),
  resumes: counter('gavel_resumes_total', 'Clients brought up to date, by what they needed.', ['kind']),
  sockets: gauge('gavel_sockets', 'Open sockets, by namespace.', ['namespace']),
  messagesRefused: counter(
    'gavel_messages_refused_total',
    'Socket messages refused before they were understood, by code.',
    ['code'],
  ),
  archiveLag: gauge('gavel_archive_lag_entries', 'Entries in the live logs that the archive does not hold yet.'),
  archiveForked: gauge(
    'gavel_archive_forked_logs',
    'Logs whose archive and live log hold different entries: archiving them has stopped.',
  ),
  archivedEntries: counter('gavel_archived_entries_total', 'Entries written to the archive.'),
  outboxPending: gauge('gavel_outbox_pending', 'Messages that wait in outboxes to be published.'),
  outboxPublished: counter('gavel_outbox_published_total', 'Messages published from outboxes, by routing key.', [
    'key',
  ]),
  parkedMessages: gauge('gavel_parked_messages', 'Queue messages that wait for an operator, by queue.', ['queue']),
  failedJobs: gauge('gavel_failed_jobs', 'Jobs that were given up and wait for an operator, by queue.', ['queue']),
  paymentsWaiting: gauge('gavel_payments_waiting', 'Payments that wait for a person, by what they ask.', ['what']),
  jobs: counter('gavel_jobs_total', 'Jobs and queue messages handled, by queue and outcome.', ['queue', 'outcome']),
  jobSeconds: histogram(
    'gavel_job_seconds',
    'Time that a job or queue message took.',
    [0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    ['queue'],
  ),
  httpRequests: counter('gavel_http_requests_total', 'HTTP requests answered, by route and status.', [
    'route',
    'status',
  ]),
} as const

let collectsDefaults = false

/** The registry as Prometheus reads it, with its content type. */
export const metricsPage = async (): Promise<{ contentType: string; body: string }> => {
  if (!collectsDefaults) {
    collectsDefaults = true
    collectDefaultMetrics({ register: registry })
  }
  return { contentType: registry.contentType, body: await registry.metrics() }
}
