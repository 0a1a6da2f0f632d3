import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpinionList, OpinionView } from '../../../server/matter/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { exportOpinions, getOpinions } from '../api/matter-api.ts'
import { href, useRoute } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { offerFile } from '../../shared/desk/offer-file.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { AlikeHint } from './alike-hint.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { ConsultationPill } from './consultation-pill.tsx'
import { DraftBeside } from './draft-beside.tsx'
import { matterPath, OPINIONS_KEY } from './matter-keys.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { OpinionRows } from './opinion-rows.tsx'
import { type OpinionFilter, OPINION_FILTERS, shownBy } from './opinion-filter.ts'
import { TypeOpinions } from './type-opinions.tsx'

function Filters(props: {
  readonly items: readonly OpinionView[]
  readonly shown: OpinionFilter
  readonly show: (filter: OpinionFilter) => void
}) {
  const { t } = useTranslation('matter')
  return (
    <div className="mt-filter" role="group" aria-label={t('opinion.filter.label')}>
      {OPINION_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={props.shown === filter}
          onClick={() => props.show(filter)}
        >
          {t(`opinion.filter.${filter}`)} <em>{props.items.filter(shownBy(filter)).length}</em>
        </button>
      ))}
    </div>
  )
}

/** The next opinion without an answer, after this one and then from the top. */
function nextOpen(items: readonly OpinionView[], id: string): string {
  const at = items.findIndex((one) => one.id === id)
  const open = shownBy('OPEN')
  const next = [...items.slice(at + 1), ...items.slice(0, at)].find((one) => open(one))
  return next?.id ?? id
}

function Opinions({ list }: { readonly list: OpinionList }) {
  const { t } = useTranslation('matter')
  const { items, consultation } = list
  const [shown, setShown] = useState<OpinionFilter>('ALL')
  const [chosen, setChosen] = useState(items.find(shownBy('OPEN'))?.id ?? items[0]?.id ?? '')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [merging, setMerging] = useState<readonly OpinionView[] | null>(null)
  const rows = items.filter(shownBy(shown))
  const opinion = items.find(({ id }) => id === chosen) ?? items[0]
  const mayMerge = consultation.may.enter
  if (items.length === 0) {
    return (
      <EmptyState title={t('opinion.empty')}>
        <p className="sub">{t('opinion.emptyHint')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <div className="row mt-bar">
        <Filters items={items} shown={shown} show={setShown} />
        {mayMerge && picked.size > 1 && (
          <Button onClick={() => setMerging(items.filter(({ id }) => picked.has(id)))}>
            {t('opinion.merge', { count: picked.size })}
          </Button>
        )}
      </div>
      {mayMerge && <AlikeHint list={list} look={setMerging} />}
      <div className="mt-opinions">
        <section className="card">
          {rows.length === 0 ? (
            <EmptyState title={t('opinion.noneSo')}>
              <Button onClick={() => setShown('ALL')}>{t('opinion.showAll')}</Button>
            </EmptyState>
          ) : (
            <OpinionRows
              rows={rows}
              chosen={opinion?.id ?? ''}
              choose={setChosen}
              picked={picked}
              pick={mayMerge ? setPicked : null}
            />
          )}
        </section>
        {opinion && (
          <AnswerPanel
            key={`${opinion.id} ${opinion.version} ${opinion.answer?.at ?? ''}`}
            list={list}
            opinion={opinion}
            answered={() => setChosen(nextOpen(items, opinion.id))}
          />
        )}
        <DraftBeside consultation={consultation} />
      </div>
      {merging !== null && (
        <MergeDialog
          opinions={merging}
          close={(into) => {
            setMerging(null)
            setPicked(new Set())
            if (into !== null) setChosen(into)
          }}
        />
      )}
    </>
  )
}

function Page({ list }: { readonly list: OpinionList }) {
  const { t } = useTranslation('matter')
  const { query } = useRoute()
  const { consultation, matter } = list
  const handles = useHasRole('HANDLER')
  const [typing, setTyping] = useState(query.get('enter') !== null && consultation.may.enter)
  const take = useMutation({
    mutationFn: () => exportOpinions(consultation.id),
    onSuccess: (file) => offerFile(file, `${t('opinion.fileName')}.xlsx`),
  })
  return (
    <>
      <PageHead
        title={t('opinion.title')}
        sub={
          <>
            {matter.title} <ConsultationPill state={consultation.state} />
          </>
        }
      >
        {handles && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t('opinion.export')}
          </Button>
        )}
        {consultation.may.enter && (
          <Button type="primary" onClick={() => setTyping(true)}>
            {t('opinion.enter')}
          </Button>
        )}
      </PageHead>
      <RefusalMessage error={take.error} />
      <Opinions list={list} />
      {typing && <TypeOpinions list={list} opinion={null} close={() => setTyping(false)} />}
    </>
  )
}

/** The opinions of a consultation: read, merged and answered one after the other beside the draft. */
export function OpinionsPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('matter')
  const list = useQuery({ queryKey: [...OPINIONS_KEY, id], queryFn: () => getOpinions(id) })
  return (
    <>
      <a className="back" href={href(list.data ? matterPath(list.data.matter.id) : '/matters')}>
        {t('opinion.back')}
      </a>
      <QueryBody query={list}>{(data) => <Page list={data} />}</QueryBody>
    </>
  )
}
