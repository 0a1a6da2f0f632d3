import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenDesk } from '../shell/session-context.ts'
import { getVisitLog } from '../api/kiosk-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { offerFile } from '../../shared/desk/offer-file.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { EnterVisit } from './enter-visit.tsx'
import { EraseNames } from './erase-names.tsx'
import { visitKey } from './reading-room-keys.ts'
import { visitSheet } from './visit-sheet.ts'
import { VisitTable } from './visit-table.tsx'
import { WaitingSheets } from './waiting-sheets.tsx'
import './reading-room-desk.css'

/** 查询室 at the desk: what visitors want printed, and the log of visits. */
export function ReadingRoomPage() {
  const { t } = useTranslation('hall')
  const { clock } = useOpenDesk()
  const today = clock.now.slice(0, 10)
  const [days, setDays] = useState({ from: `${today.slice(0, 8)}01`, to: today })
  const [entering, setEntering] = useState(false)
  const log = useQuery({
    queryKey: visitKey(days),
    queryFn: ({ signal }) => getVisitLog(days, signal),
    enabled: days.from !== '' && days.to !== '',
  })
  return (
    <div className="room-log">
      <PageHead title={t('room.title')} sub={t('room.sub')}>
        <Button type="primary" onClick={() => setEntering(true)}>
          {t('room.enter')}
        </Button>
      </PageHead>
      <WaitingSheets />
      <section className="card">
        <h2>{t('room.log')}</h2>
        <div className="card-body row room-days">
          <label>
            {t('room.from')}{' '}
            <Input
              type="date"
              value={days.from}
              onChange={(event) => setDays({ ...days, from: event.target.value })}
            />
          </label>
          <label>
            {t('room.to')}{' '}
            <Input
              type="date"
              value={days.to}
              onChange={(event) => setDays({ ...days, to: event.target.value })}
            />
          </label>
          <Button
            disabled={!log.data?.visits.length}
            onClick={() => log.data && offerFile(visitSheet(t, log.data.visits), t('room.fileName', days))}
          >
            {t('room.export')}
          </Button>
          <Button disabled={!log.data?.visits.length} onClick={() => window.print()}>
            {t('room.print')}
          </Button>
        </div>
        <QueryBody query={log}>
          {(view) => (
            <>
              <EraseNames view={view} />
              {view.visits.length === 0 ? (
                <EmptyState title={t('room.empty')} />
              ) : (
                <VisitTable visits={view.visits} />
              )}
            </>
          )}
        </QueryBody>
      </section>
      <EnterVisit open={entering} close={() => setEntering(false)} />
    </div>
  )
}
