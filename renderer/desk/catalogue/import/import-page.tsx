import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Tabs } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueSummary, ImportPreview } from '../../../../server/catalogue/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { discardImport, getImport, listCatalogues, takeImport } from '../../api/catalogue-api.ts'
import { takeDownwardItem } from '../../api/exchange-downward-api.ts'
import { EXCHANGE_KEY } from '../../exchange/exchange-keys.ts'
import { href, navigate, useRoute } from '../../../shared/desk/route.ts'
import { PageHead } from '../../../shared/desk/page-head.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { CATALOGUES_KEY, importKey } from '../catalogue-keys.ts'
import { forgetChoices, keepChoices, keptChoices } from './import-keeping.ts'
import { firstChoice, importCounts, importLines, type SheetChoice, takeOf } from './import-state.ts'
import { ImportSheet } from './import-sheet.tsx'
import { useImportSummary } from './use-import-summary.ts'

type Props = {
  readonly preview: ImportPreview
  readonly catalogues: readonly CatalogueSummary[]
  /** The item of the county it came as; null for a file somebody brought. */
  readonly countyItem: string | null
}

function Preview({ preview, catalogues, countyItem }: Props) {
  const { t } = useTranslation(['catalogue', 'desk', 'exchange'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [choices, setChoices] = useState<readonly SheetChoice[]>(() => keptChoices(preview))
  const [tab, setTab] = useState('0')
  const [leaving, setLeaving] = useState(false)
  const at = Number(tab)
  const change = useCallback(
    (next: (choice: SheetChoice) => SheetChoice) =>
      setChoices((before) => before.map((choice, index) => (index === at ? next(choice) : choice))),
    [at],
  )
  useEffect(() => keepChoices(preview.id, choices), [preview.id, choices])
  const leave = () => {
    forgetChoices(preview.id)
    queries.removeQueries({ queryKey: importKey(preview.id) })
    void queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
  }
  const take = useMutation({
    mutationFn: async () => {
      const what = takeOf(choices)
      if (countyItem === null) return await takeImport(preview.id, what)
      await takeDownwardItem(countyItem, { kind: 'CATALOGUE', importId: preview.id, sheets: what.sheets })
      return null
    },
    onSuccess: (taken) => {
      leave()
      if (taken === null) {
        void queries.invalidateQueries({ queryKey: EXCHANGE_KEY })
        void message.success(t('exchange:item.taken'), 6)
        navigate('/catalogue')
        return
      }
      const { outcomes } = taken
      const words = outcomes.map(({ outcome, name, items }) =>
        t(`catalogue:import.outcome.${outcome}`, { name, count: items }),
      )
      void message.success(words.join(t('catalogue:words.semicolon')), 6)
      const only = outcomes.length === 1 ? outcomes[0] : undefined
      navigate(
        only === undefined
          ? '/catalogue'
          : `/catalogue/${encodeURIComponent(only.catalogueId)}?version=newest`,
      )
    },
  })
  const discard = useMutation({
    mutationFn: () => discardImport(preview.id),
    onSuccess: () => {
      leave()
      navigate(countyItem === null ? '/catalogue' : '/exchange/downward')
    },
  })
  const summary = useImportSummary(preview, choices)
  const sheet = preview.sheets[at]
  const choice = choices[at]
  const skipped = preview.sheets.flatMap((one) => one.notes.filter((note) => note.code === 'SHEET_SKIPPED'))
  return (
    <>
      <PageHead
        title={preview.fileName}
        sub={
          <>
            {t('catalogue:import.sub')}
            {countyItem !== null && t('exchange:item.fromCounty')}
            {skipped.length > 0 && (
              <span title={skipped.map((note) => note.text).join('\n')}>
                {t('catalogue:import.sheetsSkipped', {
                  names: skipped.map((note) => note.sheet).join(t('desk:common.listComma')),
                })}
              </span>
            )}
          </>
        }
      />
      <Tabs
        className="import-tabs"
        activeKey={tab}
        onChange={setTab}
        items={preview.sheets.map((one, index) => {
          const own = choices[index] ?? firstChoice(one)
          const counts = importCounts(importLines(one, own), own)
          return {
            key: String(index),
            label: (
              <span className={own.take ? '' : 'sheet-out'}>
                {own.name}
                <span className="soft">
                  {' '}
                  {t('catalogue:import.tabCount', { count: counts.taken })}
                  {counts.DOUBTS > 0 && t('catalogue:import.tabDoubts', { count: counts.DOUBTS })}
                </span>
              </span>
            ),
          }
        })}
      />
      {sheet !== undefined && choice !== undefined && (
        <div className={choice.take ? 'import-sheet' : 'import-sheet off'}>
          <ImportSheet key={at} sheet={sheet} choice={choice} catalogues={catalogues} change={change} />
        </div>
      )}
      <footer className="import-foot">
        <p role="status">{summary.text}</p>
        <RefusalMessage error={take.error ?? discard.error} />
        {take.error !== null && <p className="soft">{t('catalogue:import.nothingChanged')}</p>}
        <div className="row">
          <Button
            type="primary"
            disabled={!summary.ready}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {t('catalogue:import.take')}
          </Button>
          <Button onClick={() => setLeaving(true)}>{t('catalogue:import.discard')}</Button>
        </div>
      </footer>
      <Modal
        open={leaving}
        title={t('catalogue:import.discardTitle')}
        okText={t('catalogue:import.discard')}
        cancelText={t('catalogue:import.keepLooking')}
        okButtonProps={{ danger: true, loading: discard.isPending }}
        onOk={() => discard.mutate()}
        onCancel={() => setLeaving(false)}
      >
        <p>{t('catalogue:import.discardMeaning')}</p>
      </Modal>
    </>
  )
}

/** A file that was read and is being looked at before it is taken. */
export function ImportPage({ id }: { readonly id: string }) {
  const { t } = useTranslation(['desk', 'exchange'])
  const countyItem = useRoute().query.get('county')
  const preview = useQuery({
    queryKey: importKey(id),
    queryFn: () => getImport(id),
    // What is on screen must not change under the hands of the person who mends it.
    staleTime: Infinity,
  })
  const catalogues = useQuery({ queryKey: CATALOGUES_KEY, queryFn: listCatalogues })
  return (
    <div className="catalogue-page">
      <a className="back" href={href(countyItem === null ? '/catalogue' : '/exchange/downward')}>
        {countyItem === null ? t('desk:catalogue.all') : t('exchange:tab.downward')}
      </a>
      <QueryBody query={preview}>
        {(data) => (
          <QueryBody query={catalogues}>
            {(list) => <Preview preview={data} catalogues={list} countyItem={countyItem} />}
          </QueryBody>
        )}
      </QueryBody>
    </div>
  )
}
