import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

const LARGE = 'mt-2 text-lg font-semibold first:mt-0'
const SMALL = 'mt-2 text-base font-semibold first:mt-0'

type HeadingProps = { children?: ReactNode }
const LargeSecond = ({ children }: HeadingProps) => <h2 className={LARGE}>{children}</h2>
const SmallSecond = ({ children }: HeadingProps) => <h2 className={SMALL}>{children}</h2>
const LargeThird = ({ children }: HeadingProps) => <h3 className={LARGE}>{children}</h3>
const SmallThird = ({ children }: HeadingProps) => <h3 className={SMALL}>{children}</h3>

/** Every heading of a text is of one level: a page's own order of headings holds whatever the text begins with. */
const HEADINGS = {
  2: { h1: LargeSecond, h2: LargeSecond, h3: SmallSecond, h4: SmallSecond, h5: SmallSecond, h6: SmallSecond },
  3: { h1: LargeThird, h2: LargeThird, h3: SmallThird, h4: SmallThird, h5: SmallThird, h6: SmallThird },
} as const satisfies Record<2 | 3, Components>

/** Pictures from elsewhere would tell their server who reads. */
const PARTS: Components = {
  a: ({ href, children }) => (
    <a href={href} rel="nofollow noopener ugc" className="font-semibold underline underline-offset-4">
      {children}
    </a>
  ),
  img: ({ alt }) => (alt ? <em>{alt}</em> : null),
  ul: ({ children }) => <ul className="grid list-disc gap-1 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="grid list-decimal gap-1 pl-5">{children}</ol>,
  blockquote: ({ children }) => <blockquote className="grid gap-3 border-l-2 pl-4 text-muted">{children}</blockquote>,
  code: ({ children }) => <code className="rounded-card bg-sunken px-1 text-[0.95em]">{children}</code>,
  pre: ({ children }) => <pre className="overflow-x-auto rounded-card bg-sunken p-3 text-sm">{children}</pre>,
  hr: () => <hr className="border-line" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label="Table" className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-sm">{children}</table>
    </section>
  ),
  th: ({ children, style }) => (
    <th style={style} className="border-b border-edge px-2 py-1.5 font-semibold">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td style={style} className="border-b px-2 py-1.5">
      {children}
    </td>
  ),
}

const COMPONENTS = { 2: { ...PARTS, ...HEADINGS[2] }, 3: { ...PARTS, ...HEADINGS[3] } } as const

const PLUGINS = [remarkGfm]

type MarkdownProps = {
  text: string
  /** The level of its headings: one below what stands above it. */
  level?: 2 | 3
  className?: string
}

/** Text that an organiser wrote in Markdown. HTML in it stays text, and links lead only where a link may. */
export function Markdown({ text, level = 3, className }: MarkdownProps) {
  return (
    <div className={cn('grid max-w-prose gap-3 break-words [&>*]:min-w-0', className)}>
      <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS[level]}>
        {text}
      </ReactMarkdown>
    </div>
  )
}
