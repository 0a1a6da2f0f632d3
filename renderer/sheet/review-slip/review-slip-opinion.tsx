import { useTranslation } from 'react-i18next'
import type { NeededDecision } from '../../../domain/notice/decisions.ts'
import type { ReviewSlipView } from '../../../server/notice/review/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'

const CHINESE = { lng: 'zh-Hans' } as const

// A committee has three to five members (村民委员会组织法 art. 32); three lines leave room for five hands.
const COMMITTEE_LINES = 3

function Empty({ needed }: { readonly needed: NeededDecision }) {
  const { t } = useTranslation('sheet')
  const lines = needed.kind === 'COMMITTEE_REVIEW' ? COMMITTEE_LINES : 1
  return (
    <>
      <div className="slip-room" />
      {lines > 1 ? <p>{t('slip.signers', CHINESE)}</p> : null}
      {Array.from({ length: lines }, (_, index) => (
        <p key={index} className="slip-sign">
          {lines > 1 ? null : <span>{t('slip.sign', CHINESE)}</span>}
          <span className="slip-line" />
          <span>{t('slip.signDay', CHINESE)}</span>
        </p>
      ))}
    </>
  )
}

/** One opinion on the slip: given with name and day, or room for a signature. */
export function ReviewSlipOpinion(props: {
  readonly needed: NeededDecision
  readonly decision: ReviewSlipView['decisions'][number] | null
  readonly dayOf: (instant: string) => string
}) {
  const { t } = useTranslation(['sheet', 'terms'])
  const { needed, decision } = props
  const kind = t(`terms:decisionKind.${needed.kind}`, CHINESE)
  const name =
    needed.language === ''
      ? t('sheet:slip.opinion', { ...CHINESE, kind })
      : t('sheet:slip.opinionOfLanguage', {
          ...CHINESE,
          kind,
          language: t(`terms:language.${needed.language}` as 'terms:language.en', CHINESE),
        })
  const slip = decision?.slip
  return (
    <tr className="slip-opinion">
      <th scope="row">{name}</th>
      <td colSpan={3}>
        {decision === null ? (
          <Empty needed={needed} />
        ) : (
          <>
            <p>
              <b>{t(`terms:decision.${decision.decision}`, CHINESE)}</b>
              {decision.reason === '' ? '' : `。${decision.reason}`}
            </p>
            {decision.afterTheFact ? <p>{t('sheet:slip.afterTheFact', CHINESE)}</p> : null}
            {decision.exceptionReason === '' ? null : (
              <p>{t('sheet:slip.exception', { ...CHINESE, reason: decision.exceptionReason })}</p>
            )}
            <p className="slip-sign">
              <span>
                {t('sheet:slip.sign', CHINESE)}
                {slip ? slip.signedBy : decision.by.name}
              </span>
              <span className="slip-how">
                {slip
                  ? t('sheet:slip.slipOnFile', { ...CHINESE, name: decision.by.name })
                  : t('sheet:slip.byAccount', CHINESE)}
              </span>
              <span>{slip ? dayText(slip.signedOn, '', 'zh-Hans') : props.dayOf(decision.at)}</span>
            </p>
          </>
        )}
      </td>
    </tr>
  )
}
