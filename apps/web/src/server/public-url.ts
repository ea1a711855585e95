import 'server-only'
import { loadEnvPart } from '@gavel/config'

/** The address of a path of this site for other people's devices: what a QR code, a printed sheet or a letter says. */
export const publicUrl = (path: string): string => new URL(path, loadEnvPart(['webUrl']).webUrl).href
