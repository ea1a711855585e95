'use client'

import { Field, Tab, TabList, TabPanel, Tabs, Textarea } from '@gavel/ui'
import dynamic from 'next/dynamic'
import type { ComponentProps, ReactNode } from 'react'

/** Asked for when a preview is first looked at: writing needs no renderer. */
const Markdown = dynamic(() => import('../../markdown.tsx').then(({ Markdown }) => Markdown), {
  loading: () => <p className="text-sm text-muted">Drawing the preview</p>,
})

type MarkdownFieldProps = {
  label: string
  hint: ReactNode
  error: string | undefined
  value: string
  /** What `register` gives: ref, name and handlers. */
  field: ComponentProps<'textarea'>
}

/** A text in Markdown, with how it will look. */
export function MarkdownField({ label, hint, error, value, field }: MarkdownFieldProps) {
  return (
    <Tabs defaultValue="write">
      <Field label={label} optional hint={hint} error={error}>
        {(control) => (
          <div className="grid">
            <TabList aria-label={label}>
              <Tab value="write">Write</Tab>
              <Tab value="preview">Preview</Tab>
            </TabList>
            <TabPanel value="write" forceMount className="pt-2 data-[state=inactive]:hidden">
              <Textarea {...control} {...field} rows={8} className="min-h-48 font-mono text-sm" />
            </TabPanel>
            <TabPanel value="preview" className="min-h-48 rounded-card border bg-raised px-4 py-3">
              {value.trim() ? <Markdown text={value} /> : <p className="text-sm text-muted">Nothing is written yet.</p>}
            </TabPanel>
          </div>
        )}
      </Field>
    </Tabs>
  )
}
