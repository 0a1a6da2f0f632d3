import { useMemo, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { useHasRole } from '../shell/session-context.ts'
import { useCatalogueColumns } from './catalogue-columns.tsx'
import { catalogueTree, type TreeLine } from './catalogue-tree.ts'
import { useStartNotice } from './use-start-notice.ts'
import { type GridHandle, VirtualGrid } from './grid/virtual-grid.tsx'

type Props = {
  readonly items: readonly CatalogueItem[]
  readonly without: ReadonlyMap<string, number>
  readonly mayEdit: boolean
  readonly open: (id: string) => void
  /** The slash key: goes to the filter. */
  readonly find: () => void
  readonly handle?: Ref<GridHandle>
}

const lineKey = (line: TreeLine) => line.key
const lineHeight = (line: TreeLine) => (line.kind === 'ITEM' ? 78 : 38)
const lineLevel = (line: TreeLine) => line.depth + 1

/** Whether a key folds or unfolds a heading: right opens, left closes, the space bar does either. */
function folds(key: string, closed: boolean): boolean {
  return key === ' ' || key === (closed ? 'ArrowRight' : 'ArrowLeft')
}

/** The rows of a catalogue under their headings, with every column of the file; headings fold. */
export function CatalogueTable({ items, without, mayEdit, open, find, handle }: Props) {
  const { t } = useTranslation('desk')
  const mayWrite = useHasRole('HANDLER')
  const { mutate: start } = useStartNotice()
  const own = useRef<GridHandle>(null)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => catalogueTree(items, folded), [items, folded])
  const columns = useCatalogueColumns({ items, without, mayEdit, start: mayWrite ? start : null, open })
  const fold = (key: string) => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
  }
  return (
    <VirtualGrid
      handle={handle ?? own}
      label={t('catalogue.table')}
      role="treegrid"
      lines={lines}
      columns={columns}
      lineKey={lineKey}
      height={lineHeight}
      level={lineLevel}
      lineClass={(line) => (line.kind === 'GROUP' ? `group-line depth-${line.depth}` : '')}
      expanded={(line) => (line.kind === 'GROUP' ? !folded.has(line.key) : undefined)}
      across={(line) =>
        line.kind === 'ITEM' ? null : (
          <span className="group-name">
            <span className={folded.has(line.key) ? 'fold closed' : 'fold'} aria-hidden="true" />
            {line.label} <em>{line.count}</em>
          </span>
        )
      }
      open={(line) => (line.kind === 'GROUP' ? fold(line.key) : open(line.item.id))}
      press={(key, line) => {
        if (key === '/') find()
        else if (line.kind === 'GROUP' && folds(key, folded.has(line.key))) fold(line.key)
        else return false
        return true
      }}
    />
  )
}
