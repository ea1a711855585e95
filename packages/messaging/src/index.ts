export { type Consumer, openConsumer, PermanentError } from './consumer.ts'
export { isRoutingKey, type Payload, payloads, type RoutingKey } from './payloads.ts'
export { openPublisher, PublishError, type Publisher } from './publisher.ts'
export { deleteTopology, type TopologyOptions, topologyOf } from './topology.ts'
