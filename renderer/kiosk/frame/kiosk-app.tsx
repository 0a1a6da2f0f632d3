import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stopReadingAloud } from '../notice/reading-aloud-context.ts'
import { useHome } from './board-queries.ts'
import { DisplaySettings } from './display-lazy.tsx'
import { endVisit, onVisitEnd } from './end-visit.ts'
import { GlassParts } from '../glass/glass-parts.tsx'
import { Head } from './head.tsx'
import { IdleWarning } from '../idle/idle-warning.tsx'
import { forgetLookedUp } from './kept-answers.ts'
import { KeyRow } from './key-row.tsx'
import { NavigationContext } from './navigation.ts'
import { PageOf } from './page-of.tsx'
import { formatRoute } from './route.ts'
import { speak } from './speak.ts'
import { ScrollFurther } from './scroll-further.tsx'
import { Takeover, TakeoverReminder } from './takeover.tsx'
import { useIdleTimes, useKioskSettings } from '../idle/kiosk-settings.ts'
import { useIdle } from '../idle/use-idle.ts'
import { ReadingRoomBar } from '../reading-room/reading-room-lazy.tsx'
import { documentLanguage, useLanguage } from './use-language.ts'
import { useLive } from './use-live.ts'
import { useTakeovers } from './use-takeover.ts'
import { useTrail } from './use-trail.ts'
import { useVisitSettings } from './use-visit-settings.ts'
import { NEW_VISIT, VisitContext } from './visit.ts'
import { WayBar } from './way-bar.tsx'

/** The frame of the kiosk: head, page, and five keys that stay where they are. */
export function KioskApp() {
  const { t, i18n } = useTranslation('kiosk')
  const language = useLanguage()
  const queries = useQueryClient()
  const page = useRef<HTMLElement>(null)
  const { route, open, back } = useTrail(page)
  const visit = useVisitSettings()
  const [visits, setVisits] = useState(0)
  // The page the display settings were opened on: they close by themselves when the visitor goes on.
  const [displayOn, setDisplayOn] = useState('')
  const home = useHome()
  const held = useTakeovers()
  useLive()
  // Which emergency somebody has put aside; the next one comes up again.
  const [aside, setAside] = useState('')
  const newest = held[0]?.edition.hash ?? ''
  const taken = newest !== '' && newest !== aside
  const address = formatRoute(route)
  const isHome = route.page === 'home'
  const isFresh = visit.settings === NEW_VISIT && language === 'zh-Hans'

  const forget = useEffectEvent(() => {
    // The next visitor starts afresh: nothing of this one may be left, on the glass or behind it.
    stopReadingAloud()
    open({ page: 'home' })
    visit.forget()
    setDisplayOn('')
    setAside('')
    speak(i18n, 'zh-Hans')
    setVisits((count) => count + 1)
    forgetLookedUp(queries)
  })
  useEffect(() => onVisitEnd(forget), [])
  const settings = useKioskSettings()
  const idle = useIdle(endVisit, useIdleTimes(settings))
  const navigation = useMemo(() => ({ open, back }), [open, back])

  useEffect(() => {
    document.documentElement.lang = documentLanguage(language)
  }, [language])

  useEffect(() => {
    // A long press would open the browser's menu, and with it ways out of the board.
    const refuse = (event: Event) => {
      event.preventDefault()
    }
    document.addEventListener('contextmenu', refuse)
    document.addEventListener('dragstart', refuse)
    return () => {
      document.removeEventListener('contextmenu', refuse)
      document.removeEventListener('dragstart', refuse)
    }
  }, [])

  return (
    <NavigationContext value={navigation}>
      <VisitContext value={visit}>
        <div className="board" inert={idle.phase === 'warning' || taken}>
          <Head home={home.data} isHome={isHome} />
          {taken ? null : (
            <TakeoverReminder
              held={held}
              open={() => {
                setAside('')
              }}
            />
          )}
          <main className="page" ref={page} key={visits}>
            {visit.settings.reach === 'LOW' ? <p className="low-space">{t('reading.lowHint')}</p> : null}
            <PageOf route={route} />
          </main>
          <ScrollFurther key={`further-${String(visits)}`} page={page} />
          {displayOn === address ? (
            <DisplaySettings
              close={() => {
                setDisplayOn('')
              }}
            />
          ) : null}
          <div className="foot">
            <ReadingRoomBar open={settings.readingRoom} route={route} />
            <WayBar isHome={isHome} isFresh={isFresh} office={home.data?.home.office} />
            <KeyRow
              language={language}
              isDisplayOpen={displayOn === address}
              onDisplay={() => {
                setDisplayOn(address)
              }}
              onLanguage={(next) => speak(i18n, next)}
            />
          </div>
        </div>
        {taken ? (
          <Takeover
            held={held}
            leave={() => {
              setAside(newest)
            }}
          />
        ) : null}
        <GlassParts
          empty={idle.phase === 'over'}
          taken={taken}
          attract={settings.attract}
          office={home.data?.home.office.name ?? ''}
        />
        {idle.phase === 'warning' && !taken ? <IdleWarning secondsLeft={idle.secondsLeft} /> : null}
      </VisitContext>
    </NavigationContext>
  )
}
