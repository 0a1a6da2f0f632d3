import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListComparisonView, ListDetail } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { compareList } from '../api/register-api.ts'
import { FileDrop } from '../../shared/desk/file-drop.tsx'
import { ChangeRows } from './change-rows.tsx'
import { FileNotes } from './file-notes.tsx'
import { ProposalFields, type ProposalHead } from './proposal-fields.tsx'
import { usePropose } from './use-propose.ts'

function Found(props: {
  readonly list: ListDetail
  readonly found: ListComparisonView
  readonly done: () => void
}) {
  const { t } = useTranslation('register')
  const { list, found } = props
  const [takeAway, setTakeAway] = useState(false)
  const propose = usePropose(list.id, props.done)
  const gone = found.changes.filter(({ kind }) => kind === 'REMOVED').length
  // A row that a file does not have may simply be missing there: it goes only when somebody says so.
  const changes = found.changes.filter(({ kind }) => takeAway || kind !== 'REMOVED')
  const nothing = changes.length === 0 && !found.columnsChanged
  const unconfirmed = list.sets.every((set) => set.state !== 'CONFIRMED')
  const count = (kind: string) => found.changes.filter((change) => change.kind === kind).length
  return (
    <>
      <p role="status" className="reg-meaning">
        {t('file.compared', {
          name: found.fileName,
          added: count('ADDED'),
          changed: count('CHANGED'),
          removed: gone,
          same: found.same,
        })}
        {found.columnsChanged && ` ${t('file.columnsChanged')}`}
      </p>
      <FileNotes notes={found.notes} />
      {gone > 0 && (
        <p className="note">
          <Checkbox checked={takeAway} onChange={(event) => setTakeAway(event.target.checked)}>
            {t('file.takeAway', { count: gone })}
          </Checkbox>
        </p>
      )}
      <ChangeRows
        labels={found.columns.map(({ label }) => label)}
        changes={changes.map(({ kind, before, texts }) => ({ kind, before, after: texts }))}
      />
      {nothing ? (
        <p className="note">{t('file.nothing')}</p>
      ) : (
        <Form
          name="compare"
          layout="vertical"
          initialValues={{ reason: '', legalBasis: '', effectiveOn: list.today }}
          scrollToFirstError={{ focus: true }}
          onFinish={(head: ProposalHead) =>
            propose.mutate({
              ...head,
              name: unconfirmed ? list.name : null,
              columns: found.columns,
              sourceFile: found.fileName,
              changes: changes.map(({ before: _, ...change }) => change),
            })
          }
        >
          <ProposalFields replaces />
          <RefusalMessage error={propose.error} />
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('change.submit')}
          </Button>
          <p className="sub reg-after">{t('change.submitHint')}</p>
        </Form>
      )}
    </>
  )
}

/** Reads a file of the list again and shows what it says otherwise, before anything is proposed. */
export function CompareDrawer(props: {
  readonly list: ListDetail
  readonly open: boolean
  readonly close: () => void
}) {
  const { t } = useTranslation('register')
  const compare = useMutation({ mutationFn: (file: File) => compareList(props.list.id, file) })
  return (
    <Drawer
      open={props.open}
      title={t('list.compare')}
      size={760}
      destroyOnHidden
      onClose={props.close}
      afterOpenChange={(open) => {
        if (!open) compare.reset()
      }}
    >
      <FileDrop
        label={t('file.choose')}
        hint={t('file.compareHint')}
        accept=".xlsx,.csv"
        busy={compare.isPending}
        onFile={(file) => compare.mutate(file)}
      />
      <RefusalMessage error={compare.error} />
      {compare.data !== undefined && <Found list={props.list} found={compare.data} done={props.close} />}
    </Drawer>
  )
}
