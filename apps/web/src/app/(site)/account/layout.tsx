import type { ReactNode } from 'react'
import { AccountFrame } from '../../../features/account/account-frame.tsx'

/** The frame of everything about the viewer's own account. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return <AccountFrame>{children}</AccountFrame>
}
