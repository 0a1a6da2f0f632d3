import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyList } from '../../../server/notice/emergency/views.ts'
import { EMERGENCIES_KEY, getEmergencies } from '../api/emergency-api.ts'
import { useBoardNow } from '../duty/use-board-now.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { EmergencyCard } from './emergency-card.tsx'
import { StartPanel } from './start-panel.tsx'
import './emergency.css'

function Emergencies({ list, saidAt }: { readonly list: EmergencyList; readonly saidAt: number }) {
  const { t } = useTranslation('emergency')
  const open = list.emergencies.filter(({ end }) => end === null)
  const ended = list.emergencies.filter(({ end }) => end !== null)
  const now = useBoardNow(list.now, saidAt, open.length > 0)
  const acts = useHasRole('HANDLER', 'REVIEWER', 'DEPUTY_LEADER')
  const [started, setStarted] = useState<string | null>(null)
  return (
    <>
      {open.map((emergency) => (
        <EmergencyCard
          key={emergency.id}
          emergency={emergency}
          list={list}
          now={now}
          writing={started === emergency.id}
        />
      ))}
      {acts ? <StartPanel list={list} folded={open.length > 0} opened={setStarted} /> : null}
      {open.length === 0 && !acts ? <EmptyState title={t('list.empty')} /> : null}
      {ended.length > 0 ? (
        <section aria-labelledby="em-ended">
          <h2 id="em-ended" className="em-section">
            {t('list.ended')}
          </h2>
          {ended.map((emergency) => (
            <EmergencyCard key={emergency.id} emergency={emergency} list={list} now={now} writing={false} />
          ))}
        </section>
      ) : null}
    </>
  )
}

/** The fast lane: what runs, its clocks, the word to send, and the review after the fact. */
export function EmergencyPage() {
  const { t } = useTranslation('emergency')
  const query = useQuery({
    queryKey: EMERGENCIES_KEY,
    queryFn: ({ signal }) => getEmergencies(signal),
    refetchInterval: 30_000,
  })
  return (
    <>
      <PageHead title={t('title')} sub={t('meaning')} />
      <QueryBody query={query}>
        {(list) => <Emergencies list={list} saidAt={query.dataUpdatedAt} />}
      </QueryBody>
    </>
  )
}
