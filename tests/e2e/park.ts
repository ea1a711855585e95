import { createLogger, loadEnvPart } from '@gavel/config'
import { openPublisher } from '@gavel/messaging'
import { expect } from '@playwright/test'

/** Sends the stack under test a message about a registration that does not exist: its queue gives it up at once. */
export async function park(registrationId: string): Promise<void> {
  const { rabbitmqUrl, mongodbUrl } = loadEnvPart(['rabbitmqUrl', 'mongodbUrl'])
  const logger = createLogger('e2e')
  logger.level = 'silent'
  // Queues are named as their installation is: after its database, where that is not the usual one.
  const database = new URL(mongodbUrl).pathname.slice(1)
  const prefix = database === 'gavel' ? '' : `${database}.`
  const publisher = await openPublisher({ url: rabbitmqUrl, logger, prefix })
  try {
    await expect(() => publisher.ping()).toPass()
    await publisher.publish('registration.submitted', { registrationId, version: 1 }, registrationId)
  } finally {
    await publisher.close()
  }
}
