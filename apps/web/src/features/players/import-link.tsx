import { Button } from '@gavel/ui'
import { FileUp } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'

/** Where a pool begins. */
export function ImportLink({ slug }: { slug: string }) {
  return (
    <Button asChild look="primary">
      <Link href={paths.adminImport(slug)}>
        <FileUp aria-hidden className="size-4" />
        Import a list
      </Link>
    </Button>
  )
}
