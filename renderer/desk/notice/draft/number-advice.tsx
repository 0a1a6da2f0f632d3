import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { otherYear } from '../../../../domain/notice/document-number-series.ts'
import { href } from '../../../shared/desk/route.ts'
import { getNumberAdvice, SERIES_KEY } from '../../api/convention-api.ts'

/** What stands below the document number: who else bears it, that its year is another one, which number is next. */
export function NumberAdvice(props: {
  readonly noticeId: string
  readonly number: string
  readonly documentDate: string | null
  readonly today: string
  readonly use: (number: string) => void
}) {
  const { t } = useTranslation('wording')
  const { noticeId, number } = props
  const year = (props.documentDate ?? props.today).slice(0, 4)
  const advice = useQuery({
    queryKey: [...SERIES_KEY, noticeId, number, year],
    queryFn: ({ signal }) => getNumberAdvice(noticeId, { number, year }, signal),
    placeholderData: (before) => before,
  }).data
  const taken = number === '' ? null : (advice?.taken ?? null)
  return (
    <div className="nt-field">
      {taken === null ? null : (
        <p className={taken.by === 'DRAFT' ? 'nt-warn' : 'nt-bad'} role="note">
          {t(`fields.takenBy.${taken.by}`)}{' '}
          <a href={href(`/notices/${encodeURIComponent(taken.noticeId)}`)}>
            {taken.title}
            {taken.indexNumber === null ? '' : t('fields.takenIndex', { number: taken.indexNumber })}
          </a>
        </p>
      )}
      {otherYear(number, props.documentDate) ? (
        <p className="nt-warn" role="note">
          {t('fields.otherYear')}
        </p>
      ) : null}
      {number === '' && advice && advice.next.length > 0 ? (
        <p className="nt-soft nt-suggestions">
          {t('fields.nextNumber')}
          {advice.next.slice(0, 3).map((next) => (
            <Button key={next} size="small" onClick={() => props.use(next)}>
              {next}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  )
}
