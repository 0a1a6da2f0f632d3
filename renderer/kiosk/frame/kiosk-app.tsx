import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/i18n.ts'
import { useHome } from './board-queries.ts'
import { Head } from './head.tsx'
import { IdleWarning } from '../idle/idle-warning.tsx'
import { KeyRow } from './key-row.tsx'
import { NavigationContext } from './navigation.ts'
import { PageOf } from './page-of.tsx'
import { ScrollFurther } from './scroll-further.tsx'
import { Takeover, TakeoverReminder } from './takeover.tsx'
import type { TextSize } from './text-size.ts'
import { useIdle } from '../idle/use-idle.ts'
import { documentLanguage, useLanguage } from './use-language.ts'
import { useTakeovers } from './use-takeover.ts'
import { useTrail } from './use-trail.ts'

/** The frame of the kiosk: head, page, and five keys that stay where they are. */
export function KioskApp() {
  const { i18n } = useTranslation('kiosk')
  const language = useLanguage()
  const queries = useQueryClient()
  const page = useRef<HTMLElement>(null)
  const { route, canGoBack, open, back } = useTrail(page)
  const [textSize, setTextSize] = useState<TextSize>(1)
  const [visit, setVisit] = useState(0)
  const home = useHome()
  const held = useTakeovers()
  // Which emergency somebody has put aside; the next one comes up again.
  const [aside, setAside] = useState('')
  const newest = held[0]?.edition.hash ?? ''
  const taken = newest !== '' && newest !== aside

  const idle = useIdle(() => {
    // The next visitor starts afresh: nothing of this one may be left, on the glass or behind it.
    open({ page: 'home' })
    setTextSize(1)
    setAside('')
    setLanguage('zh-Hans')
    setVisit((count) => count + 1)
    queries.removeQueries({ predicate: (query) => query.queryKey[0] === 'search' })
  })
  const navigation = useMemo(() => ({ open, back }), [open, back])

  function setLanguage(next: Language): void {
    void i18n.changeLanguage(next)
  }

  useEffect(() => {
    document.documentElement.lang = documentLanguage(language)
  }, [language])

  useEffect(() => {
    document.documentElement.style.setProperty('--zoom', String(textSize))
  }, [textSize])

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
      <div className="board" inert={idle.phase === 'warning' || taken}>
        {taken ? null : (
          <TakeoverReminder
            held={held}
            open={() => {
              setAside('')
            }}
          />
        )}
        <Head home={home.data} isHome={route.page === 'home'} />
        <main className="page" ref={page} key={visit}>
          <PageOf route={route} />
        </main>
        <ScrollFurther key={`further-${String(visit)}`} page={page} />
        <KeyRow
          canGoBack={canGoBack}
          language={language}
          textSize={textSize}
          onLanguage={setLanguage}
          onTextSize={setTextSize}
        />
      </div>
      {taken ? (
        <Takeover
          held={held}
          leave={() => {
            setAside(newest)
          }}
        />
      ) : null}
      {idle.phase === 'warning' && !taken ? <IdleWarning secondsLeft={idle.secondsLeft} /> : null}
    </NavigationContext>
  )
}
