import { isInherited } from '@gavel/protocol'
import { z } from 'zod'

/** An id by which something is looked up in a log's state (GUARD-8). */
export const idInput = z
  .string()
  .max(40)
  .refine((text) => !isInherited(text), 'This is no id')
