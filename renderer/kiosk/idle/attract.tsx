import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicPage } from '../../../server/display/views.ts'
import { api, taken } from '../../shared/api.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { useStanding } from '../frame/use-standing.ts'
import { signalActivity } from './activity.ts'
import { swallowClick } from './swallow-click.ts'
import './attract.css'

const SHOWN = 6
// Long enough to read a title twice from some steps away.
const TURN_MS = 9000

/** Notices that pass by while nobody is there: the newest ones, for everybody the same, and nothing of who was here before. */
export function Attract(props: { office: string; end: () => void }) {
  const { t } = useTranslation('kiosk')
  const [turn, setTurn] = useState(0)
  const page = useQuery({
    queryKey: ['kiosk', 'attract'],
    queryFn: ({ signal }): Promise<PublicPage> =>
      taken(api.public.notices.$get({ query: {} }, { init: { signal } })),
  }).data
  const end = useEffectEvent(props.end)
  useEffect(() => {
    const timer = window.setInterval(() => {
      setTurn((before) => before + 1)
    }, TURN_MS)
    const leave = (event: Event): void => {
      if (event.type === 'pointerdown') swallowClick()
      signalActivity()
      end()
    }
    window.addEventListener('pointerdown', leave, { capture: true })
    window.addEventListener('keydown', leave, { capture: true })
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('pointerdown', leave, { capture: true })
      window.removeEventListener('keydown', leave, { capture: true })
    }
  }, [])
  const rows = useStanding()(page?.items ?? []).slice(0, SHOWN)
  const row = rows[turn % Math.max(1, rows.length)]
  return (
    <div
      className={turn % 2 === 0 ? 'attract' : 'attract attract-dark'}
      role="region"
      aria-label={t('attract.label')}
    >
      <p className="attract-office" lang="zh-Hans">
        {props.office === '' ? t('boardName') : props.office}
      </p>
      {row === undefined ? (
        <p className="attract-title">{t('boardName')}</p>
      ) : (
        <div className="attract-notice" key={`${row.indexNumber}-${String(turn)}`} lang="zh-Hans">
          <p className="attract-day">
            {row.publishDate} · {row.group}
          </p>
          <p className="attract-title">
            <Phrased text={row.title} />
          </p>
        </div>
      )}
      <p className="attract-touch">{t('attract.touch')}</p>
    </div>
  )
}
