import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isGlass } from '../frame/glass.ts'
import type { Route } from '../frame/route.ts'

// Most glasses have no reading room.
const Room = lazy(async () => ({ default: (await import('./reading-room.tsx')).ReadingRoom }))

/** 查询室: a key on the first page, and while a visit is under way a bar above the keys. */
export function ReadingRoomBar(props: { open: boolean; route: Route }) {
  const { t } = useTranslation('kiosk')
  const [entered, setEntered] = useState(false)
  if (!isGlass() || (!props.open && !entered)) return null
  if (entered) {
    return (
      <Suspense>
        <Room route={props.route} leave={() => setEntered(false)} />
      </Suspense>
    )
  }
  if (props.route.page !== 'home') return null
  return (
    <nav className="way" aria-label={t('readingRoom.enter')}>
      <button type="button" className="way-key" onClick={() => setEntered(true)}>
        {t('readingRoom.enter')}
      </button>
    </nav>
  )
}
