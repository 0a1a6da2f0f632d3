import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DutyRow } from '../../../server/duty/views.ts'
import { listDuties, type DutyScope } from '../api/duty-api.ts'
import { DutyLine } from '../duty/duty-line.tsx'
import { DUTIES_KEY } from '../duty/duty-keys.ts'
import { MoreDuties } from '../duty/duty-pages.tsx'
import { Loading } from '../../shared/desk/loading.tsx'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { queryOf, withoutDoubles, type TodayShow } from './today-shows.ts'

type LinesProps = { readonly rows: readonly DutyRow[]; readonly today: string; readonly now: number }

/** Duties as lines, one under the other. */
export function DutyLines({ rows, today, now }: LinesProps) {
  return (
    <ul className="dt-lines">
      {withoutDoubles(rows).map((row) => (
        <DutyLine key={row.id} row={row} today={today} now={now} />
      ))}
    </ul>
  )
}

type Props = {
  readonly show: TodayShow
  readonly scope: DutyScope
  readonly today: string
  readonly now: number
}

/** The duties of one tile. */
export function TileDuties({ show, scope, today, now }: Props) {
  const { t } = useTranslation('duty')
  const pages = useInfiniteQuery({
    queryKey: [...DUTIES_KEY, 'tile', show, today, scope],
    queryFn: ({ pageParam, signal }) =>
      listDuties({ ...scope, ...queryOf(show, today), cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    placeholderData: (before) => before,
  })
  const rows = pages.data?.pages.flatMap((page) => page.items)
  const total = pages.data?.pages[0]?.total ?? 0
  if (rows === undefined) return pages.error === null ? <Loading /> : <RefusalMessage error={pages.error} />
  if (rows.length === 0) return <p className="td-none">{t('today.noneOfTile')}</p>
  return (
    <>
      <DutyLines rows={rows} today={today} now={now} />
      <MoreDuties pages={pages} left={total - rows.length} />
    </>
  )
}
