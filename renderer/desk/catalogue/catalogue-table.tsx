import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { useHasRole } from '../shell/session-context.ts'
import { ItemCells, ItemHeads } from './catalogue-columns.tsx'
import { catalogueTree, type TreeLine } from './catalogue-tree.ts'
import { useStartNotice } from './use-start-notice.ts'

type GroupProps = {
  readonly line: Extract<TreeLine, { kind: 'GROUP' }>
  readonly columns: number
  readonly folded: boolean
  readonly fold: () => void
}

function GroupRow({ line, columns, folded, fold }: GroupProps) {
  return (
    <tr className="group-row" data-depth={line.depth}>
      <th scope="rowgroup" colSpan={2}>
        <button type="button" aria-expanded={!folded} onClick={fold}>
          <span className="fold" aria-hidden="true" />
          {line.label} <em>{line.count}</em>
        </button>
      </th>
      <td colSpan={columns} />
    </tr>
  )
}

type Props = { readonly items: readonly CatalogueItem[]; readonly edit: (id: string) => void }

/** The rows of a catalogue under their headings, with every column of the file. */
export function CatalogueTable({ items, edit }: Props) {
  const { t } = useTranslation('desk')
  const mayWrite = useHasRole('HANDLER')
  const mayEdit = useHasRole('HANDLER', 'ADMINISTRATOR')
  const start = useStartNotice()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const lines = useMemo(() => catalogueTree(items, folded), [items, folded])
  const extra = useMemo(() => [...new Set(items.flatMap((item) => Object.keys(item.extra)))], [items])
  const fold = (key: string) => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
  }
  return (
    <section className="card catalogue-scroll" tabIndex={0} aria-label={t('catalogue.table')}>
      <table className="catalogue-table">
        <thead>
          <tr>
            <ItemHeads extra={extra} filled={(name) => items.some((item) => item[name] !== '')} />
            <th scope="col" className="actions">
              <span className="hidden-text">{t('catalogue.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.kind === 'GROUP' ? (
              <GroupRow
                key={line.key}
                line={line}
                columns={9 + extra.length}
                folded={folded.has(line.key)}
                fold={() => fold(line.key)}
              />
            ) : (
              <tr key={line.key} data-depth={line.depth}>
                <ItemCells item={line.item} label={line.label} extra={extra} />
                <td className="actions">
                  <div>
                    {mayWrite && (
                      <Button
                        size="small"
                        color="primary"
                        variant="outlined"
                        loading={start.isPending && start.variables === line.item.id}
                        aria-label={t('catalogue.startFor', { item: line.label })}
                        onClick={() => start.mutate(line.item.id)}
                      >
                        {t('catalogue.start')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      type="link"
                      aria-label={t(mayEdit ? 'catalogue.editOf' : 'catalogue.viewOf', { item: line.label })}
                      onClick={() => edit(line.item.id)}
                    >
                      {mayEdit ? t('catalogue.edit') : t('catalogue.view')}
                    </Button>
                  </div>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  )
}
