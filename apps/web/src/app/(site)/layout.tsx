import type { ReactNode } from 'react'
import { SiteHead } from '../../features/account/site-head.tsx'
import { SiteFooter } from '../../shell/header.tsx'

/** The frame of every page that is not a live room: header, page, footer. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHead />
      {children}
      <SiteFooter />
    </>
  )
}
