export { openConsumer, PermanentError } from './consumer.ts'
export {
  type FailedJob,
  JOB_QUEUES,
  type JobQueue,
  type Jobs,
  type MailJob,
  type MoneyJob,
  openJobs,
  TURN_JOB,
} from './jobs.ts'
export { openParking, type Parked } from './parking.ts'
export { isRoutingKey, type Payload, payloads, type RoutingKey } from './payloads.ts'
export { openPublisher, PublishError, type Publisher } from './publisher.ts'
export type { Consumer } from './subscription.ts'
export { deleteTopology, QUEUE_NAMES, type QueueName, type TopologyOptions, topologyOf } from './topology.ts'
