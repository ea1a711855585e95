import { cn } from '@gavel/ui'
import { inHalves, isOnlyHere } from './code.ts'
import { QrCode } from './qr-code.tsx'

type JoinCardProps = {
  code: string
  /** Where the code leads, with the host by which other people's devices know Gavel: `publicUrl(paths.join(code))`. */
  url: string
  /** What it is for: `Watch on your phone`. */
  title: string
  /** One sentence beneath, such as who it is for and until when. */
  words?: string
  /** `sheet`: a card of a page, also on paper. `stage`: read across a hall from the projector. */
  look?: 'sheet' | 'stage'
  className?: string
}

/** How to come in: scan, or type the code at the address. */
export function JoinCard({ code, url, title, words, look = 'sheet', className }: JoinCardProps) {
  const stage = look === 'stage'
  const host = new URL(url).host
  const Heading = stage ? 'h2' : 'h3'
  return (
    <section
      aria-label={title}
      className={cn(
        'break-inside-avoid rounded-card bg-raised',
        stage
          ? 'flex items-center gap-[2vw] p-[2vw]'
          : 'grid gap-5 border p-5 sm:grid-cols-[11rem_minmax(0,1fr)] sm:items-center print:grid-cols-[6cm_minmax(0,1fr)] print:border-black',
        className,
      )}
    >
      <QrCode
        text={url}
        label={`QR code that opens ${url}`}
        className={stage ? 'w-[min(28vw,44vh)] shrink-0' : 'mx-auto max-w-60 sm:max-w-none'}
      />
      <div
        className={cn('grid min-w-0', stage ? 'gap-[1.4vh]' : 'gap-2 max-sm:justify-items-center max-sm:text-center')}
      >
        <Heading className={stage ? 'text-stage-m font-bold' : 'text-lg'}>{title}</Heading>
        <p className={cn('text-muted', stage ? 'text-stage-s' : 'text-sm')}>Scan, or type this code at</p>
        <p className={cn('font-semibold break-all', stage ? 'text-stage-s' : 'text-base print:text-lg')}>{host}/join</p>
        <p
          className={cn(
            'font-bold tracking-[0.08em] whitespace-nowrap tabular-nums',
            stage ? 'text-stage-l' : 'text-2xl print:text-3xl',
          )}
        >
          {inHalves(code)}
        </p>
        {words ? <p className={cn('text-muted', stage ? 'text-stage-s' : 'text-sm')}>{words}</p> : null}
        {isOnlyHere(url) && !stage ? (
          <p className="text-sm text-warn print:hidden">
            Only this computer can open that address. Start Gavel with{' '}
            <code className="font-semibold whitespace-nowrap">npm start -- --lan</code>, and phones can too.
          </p>
        ) : null}
      </div>
    </section>
  )
}
