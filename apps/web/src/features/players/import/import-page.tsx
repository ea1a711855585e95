'use client'

import { paths } from '../../../paths.ts'
import { PlayersHead } from '../players-head.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ReportStep } from './report-step.tsx'
import { RowsStep } from './rows-step.tsx'
import { StepsBar } from './steps-bar.tsx'
import { useImport } from './use-import.ts'

type ImportPageProps = { slug: string; auctionId: string; currency: string; timeZone: string; closed: string | null }

/** Brings a list of players into the pool in three steps, and takes lists back. */
export function ImportPage({ slug, auctionId, currency, timeZone, closed }: ImportPageProps) {
  const bring = useImport(auctionId)
  const { step } = bring
  return (
    <>
      <PlayersHead
        slug={slug}
        title="Import players"
        words="Nobody comes in before you have seen the rows, and a whole import can be taken back."
        here={paths.adminImport(slug)}
      />
      <StepsBar
        step={step}
        open={(id) => step !== 'report' && (id === 'file' || (bring.file !== null && bring.preview.data !== undefined))}
        onGo={bring.go}
      />
      {step === 'file' ? <ChooseFile onChoose={bring.choose} closed={closed} unreadable={bring.unreadable} /> : null}
      {step === 'columns' ? <ColumnsStep bring={bring} /> : null}
      {step === 'rows' ? <RowsStep bring={bring} currency={currency} closed={closed} /> : null}
      {step === 'report' && bring.bring.data ? (
        <ReportStep
          slug={slug}
          auctionId={auctionId}
          report={bring.bring.data}
          columns={bring.preview.data?.columns ?? []}
          fileName={bring.file?.name ?? 'The list'}
          onAgain={bring.again}
        />
      ) : null}
      {step === 'file' || step === 'report' ? (
        <EarlierImports slug={slug} auctionId={auctionId} timeZone={timeZone} />
      ) : null}
    </>
  )
}
