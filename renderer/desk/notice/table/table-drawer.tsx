import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TableChange } from '../../../../server/notice/table/edit-table.ts'
import type { TableDetail } from '../../../../server/notice/table/table-views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import type { Draft } from '../draft/use-draft.ts'
import { gateKey, noticeKey } from '../keys.ts'
import type { ChangeTable } from './change-table.ts'
import { ColumnSettings } from './column-settings.tsx'
import { FinanceFields } from './finance-fields.tsx'
import { changeTable, discardTable, getTable, tableKey, tablesKey, takeTable } from './table-api.ts'
import { TableFaults } from './table-faults.tsx'
import { TableHeadFields } from './table-head-fields.tsx'
import { TablePanes } from './table-panes.tsx'

type Props = {
  readonly noticeId: string
  readonly tableId: string
  readonly draft: Draft
  readonly close: () => void
}

function Work(props: Props & { readonly table: TableDetail }) {
  const { t } = useTranslation('table')
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const { noticeId, table, draft, close } = props
  const keep = (next: TableDetail) => {
    queries.setQueryData(tableKey(noticeId, table.id), next)
    void queries.invalidateQueries({ queryKey: tablesKey(noticeId), exact: false, refetchType: 'active' })
  }
  const change = useMutation({
    mutationFn: (what: Omit<TableChange, 'revision'>) =>
      changeTable(noticeId, table.id, { ...what, revision: table.revision }),
    onSuccess: keep,
    onError: () => void queries.invalidateQueries({ queryKey: tableKey(noticeId, table.id) }),
  })
  const take = useMutation({
    mutationFn: async () => {
      await draft.flush()
      const { selection, doc } = draft.editor.state
      // A cursor that was never put anywhere stands at the beginning; the list belongs below the text then.
      const after = selection.from > 1 && doc.childCount > 0 ? selection.$from.index(0) : null
      return takeTable(noticeId, table.id, {
        revision: table.revision,
        draftRevision: draft.revision(),
        after,
      })
    },
    onSuccess: (answer) => {
      draft.adopt(answer.draft)
      keep(answer.table)
      void queries.invalidateQueries({ queryKey: gateKey(noticeId) })
      void queries.invalidateQueries({ queryKey: noticeKey(noticeId), exact: true })
      void message.success(t('work.taken'))
      close()
    },
  })
  const discard = useMutation({
    mutationFn: () => discardTable(noticeId, table.id, table.revision),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: tablesKey(noticeId) })
      close()
    },
  })
  const busy = change.isPending || take.isPending
  const send: ChangeTable = (what) => {
    if (!busy) change.mutate(what)
  }
  return (
    <div className="tb-work" aria-busy={busy}>
      <TableHeadFields table={table} change={send} />
      {table.reading.finance ? (
        <FinanceFields table={table} head={table.reading.finance} change={send} />
      ) : null}
      <TableFaults table={table} />
      <RefusalMessage error={change.error ?? take.error ?? discard.error} />
      <TablePanes table={table} change={send} />
      <ColumnSettings table={table} change={send} />
      <footer className="tb-actions">
        <Button
          danger
          type="text"
          onClick={() => {
            modal.confirm({
              title: t('work.discardTitle', { name: table.fileName }),
              content: t('work.discardMeaning'),
              okText: t('work.discard'),
              cancelText: t('work.cancel'),
              onOk: () => discard.mutateAsync(),
            })
          }}
        >
          {t('work.discard')}
        </Button>
        <Button
          type="primary"
          disabled={table.faults.length > 0 || change.isPending}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t(table.taken ? 'work.takeAgain' : 'work.take')}
        </Button>
      </footer>
    </div>
  )
}

/** A list at work: how it is read, what becomes of each column, before and after side by side. */
export function TableDrawer(props: Props) {
  const { t } = useTranslation('table')
  const { noticeId, tableId } = props
  const table = useQuery({
    queryKey: tableKey(noticeId, tableId),
    queryFn: ({ signal }) => getTable(noticeId, tableId, signal),
    // Personal values stand in it: they leave the memory with the drawer.
    gcTime: 0,
  })
  return (
    <Drawer
      open
      size="min(1480px, 97vw)"
      title={table.data?.fileName ?? t('work.title')}
      onClose={props.close}
      keyboard
    >
      <QueryBody query={table}>{(data) => <Work {...props} table={data} />}</QueryBody>
    </Drawer>
  )
}
