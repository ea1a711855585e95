import { type Connection, createConnection, type Model, Schema, type SchemaDefinition } from 'mongoose'

/** An open connection to MongoDB. Make one for each process; every store function takes it first. */
export type Mongo = {
  readonly connection: Connection
  /** Resolves when the server answers; rejects within five seconds when it does not. */
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The server could not be reached. The message is one sentence without the credentials of the address. */
export class MongoUnreachableError extends Error {
  override name = 'MongoUnreachableError'
}

/** How long a call waits for a server before it fails: short enough that a screen can still say so. */
const SERVER_TIMEOUT_MS = 5_000
/** How long one command may take. */
const COMMAND_TIMEOUT_MS = 20_000

/**
 * Opens a connection to the database that `url` names. It heals by itself when the server comes back.
 * @throws MongoUnreachableError when no server answers within five seconds.
 */
export const connectMongo = async (url: string): Promise<Mongo> => {
  const connection = createConnection(url, {
    // Collections and indexes are made by the migration alone: two first writes at once may otherwise collide.
    autoCreate: false,
    autoIndex: false,
    // A call while the server is away fails in bounded time instead of waiting in memory.
    bufferCommands: false,
    serverSelectionTimeoutMS: SERVER_TIMEOUT_MS,
    connectTimeoutMS: SERVER_TIMEOUT_MS,
    socketTimeoutMS: COMMAND_TIMEOUT_MS,
    maxPoolSize: 20,
    // An acknowledged write survives kill -9 and, on a replica set, a fail-over.
    writeConcern: { w: 'majority', journal: true },
  })
  try {
    await connection.asPromise()
  } catch (cause) {
    await connection.destroy()
    throw new MongoUnreachableError(
      `MongoDB does not answer at ${new URL(url).host}: start it, or correct MONGODB_URL.`,
      {
        cause,
      },
    )
  }
  return {
    connection,
    ping: async () => {
      await connection.db?.command({ ping: 1 }, { timeoutMS: SERVER_TIMEOUT_MS })
    },
    close: () => connection.close(),
  }
}

/** An index of a collection. */
export type Index = { fields: Record<string, 1 | -1>; unique?: true }

/** What the migration writes into documents of older versions that lack a field: a value, or one made for each document. */
export type Fills = Readonly<Record<string, unknown>>

/** A collection: its name, what the migration makes of it (indexes, fields that came later), and its model on a connection. */
export type Collection<Row> = {
  readonly name: string
  readonly indexes: readonly Index[]
  readonly fills: Fills
  readonly on: (mongo: Mongo) => Model<Row>
}

/** Declares a collection. The rows are plain documents; fields that the schema does not name are refused. */
export const defineCollection = <Row>(
  name: string,
  definition: SchemaDefinition<Row>,
  indexes: readonly Index[],
  fills: Fills = {},
): Collection<Row> => {
  const schema = new Schema<Row>(definition as SchemaDefinition, {
    strict: 'throw',
    // Empty objects are data: `details: {}` is not the same as no details.
    minimize: false,
    versionKey: false,
  })
  return {
    name,
    indexes,
    fills,
    on: ({ connection }) =>
      (connection.models[name] as Model<Row> | undefined) ?? connection.model<Row>(name, schema, name),
  }
}

const DUPLICATE_KEY = 11_000

/** Whether a write failed because a unique index already holds that key. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY
