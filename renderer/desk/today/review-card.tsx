import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../server/notice/views.ts'
import { NOTICES_KEY } from '../notice/keys.ts'
import { listNotices } from '../notice/notice-api.ts'
import { StatePill } from '../notice/state-pill.tsx'
import { href } from '../../shared/desk/route.ts'
import '../notice/notice.css'
import { SideCard } from './side-card.tsx'

const SHOWN = 5

/** Notices that wait for a decision, were sent back, or may be published: what stops between writing and publishing. */
export function ReviewCard() {
  const { t } = useTranslation(['duty', 'notice', 'terms'])
  const list = useQuery({
    queryKey: [...NOTICES_KEY, 'under way'],
    queryFn: async ({ signal }) => {
      const states = ['IN_REVIEW', 'RETURNED', 'APPROVED'] as const
      const pages = await Promise.all(states.map((state) => listNotices({ state }, signal)))
      return {
        items: pages.flatMap((page) => page.items),
        total: pages.reduce((sum, one) => sum + one.total, 0),
      }
    },
    staleTime: 0,
  })
  const more = (row: NoticeRow) =>
    row.state === 'RETURNED'
      ? (row.returnReason ?? '')
      : row.waitingFor.length === 0
        ? ''
        : t('notice:list.waitsFor', {
            kinds: row.waitingFor
              .map(({ kind }) => t(`terms:decisionKind.${kind}`))
              .join(t('notice:listComma')),
          })
  const rows = list.data?.items.slice(0, SHOWN) ?? []
  return (
    <SideCard
      id="today-review"
      title={t('duty:today.review.title')}
      all={t('duty:today.review.all')}
      allOf={t('notice:list.title')}
      href={href('/notices')}
    >
      {rows.length === 0 ? (
        <p className="td-none">{t('duty:today.review.none')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <a className="td-side-title" href={href(`/notices/${encodeURIComponent(row.id)}`)}>
                {row.title.trim() === '' ? t('notice:list.untitled') : row.title}
              </a>
              <StatePill state={row.state} {...(more(row) === '' ? {} : { more: more(row) })} />
            </li>
          ))}
        </ul>
      )}
    </SideCard>
  )
}
