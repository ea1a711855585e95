import 'server-only'
import type { Me } from '@gavel/api'
import { cache } from 'react'
import { api } from '../../server/context.ts'

/** Who asked for this page; null for a guest. Looked up once for a page, however many parts of it ask. */
export const viewer = cache(async (): Promise<Me> => (await api()).auth.me())
