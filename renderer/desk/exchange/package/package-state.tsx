import { useTranslation } from 'react-i18next'
import type { PackageView } from '../../../../server/exchange/views.ts'
import type { StateSign } from '../state-icon.tsx'
import { StateMark, type StateTone } from '../state-mark.tsx'
import { isLate } from '../../../../domain/exchange/late-package.ts'

// Green is for one state alone: a receipt is here and everything was accepted.
const LOOKS: Readonly<Record<PackageView['state'], readonly [StateTone, StateSign]>> = {
  WRITTEN: ['plain', 'ring'],
  SENT: ['plain', 'arrow'],
  HELD: ['waiting', 'pause'],
  ARRIVED: ['waiting', 'arrow'],
  ACKNOWLEDGED: ['good', 'tick'],
  PARTLY_REJECTED: ['partly', 'alert'],
  SUPERSEDED: ['plain', 'minus'],
}

/** How a package stands: in words, by sign and colour, and what the newest receipt counted. */
export function PackageState({ one }: { readonly one: PackageView }) {
  const { t } = useTranslation('exchange')
  const late = isLate(one)
  const [tone, sign] = late ? (['late', 'alert'] as const) : LOOKS[one.state]
  const { answer, daysInTransit } = one
  return (
    <>
      <StateMark tone={tone} sign={sign}>
        {late ? t('state.late', { count: daysInTransit ?? 0 }) : t(`state.${one.state}`)}
      </StateMark>
      {answer !== null && (
        <p className="sub">
          {answer.verdict === 'HELD'
            ? t('package.answerHeld', { number: answer.number })
            : t(answer.rejected > 0 ? 'package.answerPartly' : 'package.answer', {
                number: answer.number,
                accepted: answer.accepted,
                rejected: answer.rejected,
              })}
        </p>
      )}
      {late && one.state === 'SENT' && <p className="sub">{t('package.lateDo')}</p>}
    </>
  )
}
