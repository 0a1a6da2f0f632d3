import { useTranslation } from 'react-i18next'
import type { BoardHome } from '../../../server/display/views.ts'
import { clockGap } from './clock-gap.ts'
import { clockDay, clockTime } from './format.ts'
import { UpdatedNote } from './updated-note.tsx'
import { useLanguage } from './use-language.ts'
import { useNow } from './use-now.ts'

/** Whose board this is, and what time it is. */
export function Head(props: {
  home: { readonly home: BoardHome; readonly receivedAt: number } | undefined
  isHome: boolean
}) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const now = useNow()
  const name = props.home?.home.office.name ?? ''
  const gap = props.home ? clockGap(props.home.home.asOf, props.home.receivedAt) : 0
  const doubtful = props.home?.home.clockDoubtful === true
  const Name = props.isHome && name !== '' ? 'h1' : 'p'
  return (
    <header className={props.isHome ? 'head head-home' : 'head'}>
      <div className="head-office">
        <Name className="head-name" lang="zh-Hans" tabIndex={-1}>
          {name === '' ? t('boardName') : name}
        </Name>
        {name === '' ? null : <p className="head-board">{t('boardName')}</p>}
      </div>
      {gap === 0 && !doubtful ? (
        <div className="head-clock">
          <p className="head-time">{clockTime(now)}</p>
          <p className="head-day">{clockDay(now, language)}</p>
          <UpdatedNote />
        </div>
      ) : (
        <div className="head-clock">
          <p className="head-two">
            <b>{t('clock.differs')}</b>
          </p>
          <p className="head-two">{t('clock.screen', { time: clockTime(now) })}</p>
          <p className="head-two">
            {doubtful ? t('clock.doubtful') : t('clock.office', { time: clockTime(now + gap) })}
          </p>
        </div>
      )}
    </header>
  )
}
