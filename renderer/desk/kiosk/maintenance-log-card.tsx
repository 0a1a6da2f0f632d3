import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { instantText } from '../../shared/ui/instant-text.ts'
import { getMaintenanceLog } from '../api/kiosk-api.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { MAINTENANCE_LOG_KEY } from './kiosk-keys.ts'

const PAGE = 50

/** What staff did at the glass, and wrong PINs. */
export function MaintenanceLogCard() {
  const { t } = useTranslation('hall')
  const pages = useInfiniteQuery({
    queryKey: MAINTENANCE_LOG_KEY,
    queryFn: ({ pageParam, signal }) => getMaintenanceLog(pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < PAGE ? null : (page.at(-1)?.sequence ?? null)),
  })
  return (
    <section className="card hall-log">
      <h2>{t('log.title')}</h2>
      <QueryBody query={pages}>
        {({ pages: parts }) => {
          const events = parts.flat()
          if (events.length === 0) return <p className="card-body sub">{t('log.empty')}</p>
          return (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('log.at')}</th>
                    <th scope="col">{t('log.what')}</th>
                    <th scope="col">{t('log.where')}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.map((event) => (
                    <tr key={event.sequence}>
                      <td className="nowrap number-left">
                        {instantText(event.at, true)}
                        {event.clockDoubtful ? ` ${t('log.doubtful')}` : ''}
                      </td>
                      <td>
                        {t(`log.kind.${event.kind}`)}
                        {event.failures > 0 ? ` ${t('log.failures', { count: event.failures })}` : ''}
                      </td>
                      <td>
                        {event.kind === 'PIN_SET'
                          ? null
                          : [event.replica, event.address].filter((part) => part !== null).join(' ') ||
                            t('log.here')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {pages.hasNextPage ? (
                <p className="row card-body">
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {t('log.more')}
                  </Button>
                </p>
              ) : null}
            </>
          )
        }}
      </QueryBody>
    </section>
  )
}
