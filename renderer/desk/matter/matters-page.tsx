import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterRow } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { getMatters } from '../api/matter-api.ts'
import { useBoardDay } from '../duty/use-board-day.ts'
import { href, navigate } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { ConsultationPill } from './consultation-pill.tsx'
import { matterPath, MATTERS_KEY } from './matter-keys.ts'
import { MatterForm } from './matter-form.tsx'

function ConsultationCell({ row, day }: { readonly row: MatterRow; readonly day: (date: string) => string }) {
  const { t } = useTranslation('matter')
  const { consultation } = row
  if (consultation === null) return <span className="soft">{t('list.none')}</span>
  const closed = consultation.state === 'CLOSED' || consultation.state === 'ANSWERING'
  return (
    <>
      <ConsultationPill state={consultation.state} />
      <p className="sub">
        {consultation.state === 'OPEN' && consultation.closesOn !== null
          ? t('list.until', { date: day(consultation.closesOn) })
          : ''}
        {consultation.state === 'OPEN' && consultation.counts.total > 0 ? '　' : ''}
        {consultation.counts.total > 0 && t('list.opinions', { count: consultation.counts.total })}
      </p>
      {closed && consultation.unanswered > 0 && (
        <p className="mt-open">{t('list.unanswered', { count: consultation.unanswered })}</p>
      )}
    </>
  )
}

function Row({ row }: { readonly row: MatterRow }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const { today } = useBoardDay()
  const day = (date: string) => dayText(date, today, i18n.language)
  return (
    <tr>
      <td className="mt-name">
        <a className="strong" href={href(matterPath(row.id))}>
          {row.title}
        </a>
        <p className="sub">
          {t(`terms:matterKind.${row.kind}`)} · {row.unit.name}
        </p>
      </td>
      <td>
        <ConsultationCell row={row} day={day} />
      </td>
      <td>
        {row.next === null ? (
          <span className="good">{t('matter:list.complete')}</span>
        ) : (
          t(`terms:matterStage.${row.next}`)
        )}
        {row.legalityDue !== null && (
          <p className="sub">{t('matter:list.legalityDue', { date: day(row.legalityDue) })}</p>
        )}
      </td>
      <td className="nowrap">
        {row.decidedOn === null ? <span className="soft">{t('matter:list.none')}</span> : day(row.decidedOn)}
      </td>
    </tr>
  )
}

function Matters({ items }: { readonly items: readonly MatterRow[] }) {
  const { t } = useTranslation('matter')
  const mayOpen = useHasRole('HANDLER')
  if (items.length === 0) {
    return (
      <EmptyState title={t('list.empty')}>
        <p className="sub">{t(mayOpen ? 'list.emptyHint' : 'list.emptyHintOther')}</p>
      </EmptyState>
    )
  }
  return (
    <section className="card mt-scroll" tabIndex={0} aria-label={t('list.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('list.consultation')}</th>
            <th scope="col">{t('list.next')}</th>
            <th scope="col">{t('list.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every matter with what comes next in it. */
export function MattersPage() {
  const { t } = useTranslation('matter')
  const matters = useQuery({ queryKey: MATTERS_KEY, queryFn: getMatters })
  const [opening, setOpening] = useState(false)
  const mayOpen = useHasRole('HANDLER')
  return (
    <>
      <PageHead title={t('list.title')} sub={t('list.sub')}>
        {mayOpen && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('list.open')}
          </Button>
        )}
      </PageHead>
      <QueryBody query={matters}>{(items) => <Matters items={items} />}</QueryBody>
      <Drawer
        open={opening}
        title={t('list.open')}
        size={600}
        destroyOnHidden
        onClose={() => setOpening(false)}
      >
        <MatterForm matter={null} done={({ id }) => navigate(matterPath(id))} />
      </Drawer>
    </>
  )
}
