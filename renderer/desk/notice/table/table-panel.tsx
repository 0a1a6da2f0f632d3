import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableLine } from '../../../../server/notice/table/table-views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import type { Draft } from '../draft/use-draft.ts'
import { Panel } from '../panel.tsx'
import { addTable, getTables, tableKey, tablesKey } from './table-api.ts'
import './table.css'

// Most notices hold no list; what it takes to work on one is loaded when one is opened.
const TableDrawer = lazy(async () => ({ default: (await import('./table-drawer.tsx')).TableDrawer }))

function Line(props: { readonly line: TableLine; readonly open: () => void }) {
  const { t } = useTranslation(['table', 'terms'])
  const { line } = props
  const state =
    line.state === 'DRAFT' ? t('panel.draft') : line.unchanged ? t('panel.inText') : t('panel.changed')
  const settled = line.state === 'IN_TEXT' && line.unchanged
  return (
    <li className="nt-line tb-line">
      <div>
        <div className="nt-line-title">{line.fileName}</div>
        <div className="nt-soft">
          {t(`terms:listType.${line.listType}`)}
          {'　'}
          {t('panel.rows', { count: line.rows })}
          {'　'}
          <span className={settled ? 'tb-good' : 'tb-open'}>{state}</span>
          {line.faults > 0 ? (
            <span className="tb-bad">
              {'　'}
              {t('panel.faults', { count: line.faults })}
            </span>
          ) : null}
        </div>
      </div>
      <button type="button" className="nt-link" onClick={props.open}>
        {t('panel.open')}
      </button>
    </li>
  )
}

/** The lists and tables read into a draft: each with how far it is, and a way in for more. */
export function TablePanel(props: { readonly id: string; readonly draft: Draft }) {
  const { t } = useTranslation('table')
  const { id } = props
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<string | null>(null)
  const saved = props.draft.state.kind === 'SAVED' ? props.draft.state.at : ''
  const tables = useQuery({
    queryKey: [...tablesKey(id), saved],
    queryFn: ({ signal }) => getTables(id, signal),
    placeholderData: (before) => before,
  })
  const add = useMutation({
    mutationFn: (file: File) => addTable(id, file),
    onSuccess: (table) => {
      queries.setQueryData(tableKey(id, table.id), table)
      void queries.invalidateQueries({ queryKey: tablesKey(id) })
      setOpen(table.id)
    },
  })
  const lines = tables.data ?? []
  return (
    <Panel
      title={t('panel.title')}
      field="tables"
      count={lines.filter((line) => line.state === 'DRAFT' || !line.unchanged).length}
    >
      {lines.length === 0 ? <p className="nt-soft">{t('panel.empty')}</p> : null}
      <ul className="nt-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} open={() => setOpen(line.id)} />
        ))}
      </ul>
      <RefusalMessage error={add.error ?? tables.error} />
      <div className="nt-add-file">
        <Button loading={add.isPending} onClick={() => input.current?.click()}>
          {t('panel.add')}
        </Button>
        <span className="nt-soft">{t('panel.kinds')}</span>
        {lines.some(({ state }) => state === 'IN_TEXT') ? (
          <a className="tb-proof-link" href={href(`/notices/${encodeURIComponent(id)}/table-proof`)}>
            {t('panel.proof')}
          </a>
        ) : null}
        <input
          ref={input}
          hidden
          type="file"
          accept=".xlsx,.csv"
          aria-label={t('panel.add')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) add.mutate(file)
            event.target.value = ''
          }}
        />
      </div>
      {open !== null ? (
        <Suspense fallback={null}>
          <TableDrawer noticeId={id} tableId={open} draft={props.draft} close={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </Panel>
  )
}
