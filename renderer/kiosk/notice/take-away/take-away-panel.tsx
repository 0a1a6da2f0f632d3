import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { TakeAway } from '../../../../server/display/code/views.ts'
import type { PublicEdition } from '../../../../server/display/views.ts'
import { api, taken } from '../../../shared/api.ts'
import { Phrased } from '../../../shared/phrased.tsx'
import { qrDrawing } from '../../../shared/qr-path.ts'
import { civilDate } from '../../frame/format.ts'
import { useLanguage } from '../../frame/use-language.ts'
import './take-away.css'

function Code({ given }: { readonly given: TakeAway }) {
  const { t } = useTranslation('kiosk')
  const { size, path } = useMemo(() => qrDrawing(given.code), [given.code])
  return (
    <>
      <svg
        className="take-code"
        viewBox={`0 0 ${String(size)} ${String(size)}`}
        role="img"
        aria-label={t('takeAway.code')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div className="take-said">
        <p className="take-how">{given.reach === 'NOWHERE' ? t('takeAway.text') : t('takeAway.how')}</p>
        {given.reach === 'NETWORK' ? <p>{t('takeAway.howNetwork')}</p> : null}
        <p className="take-words">
          <span>{t('takeAway.words')}</span> <b lang="zh-Hans">{given.words.join(' ')}</b>
        </p>
        {given.reach === 'NOWHERE' ? null : <p className="take-soft">{t('takeAway.wordsHelp')}</p>}
        {given.reach === 'NOWHERE' ? null : (
          <p className="take-address" dir="ltr">
            {given.address}
          </p>
        )}
      </div>
    </>
  )
}

/** The code of this edition, large enough for any phone, with what it is good for. Closed, nothing of it stays. */
export function TakeAwayPanel(props: { readonly edition: PublicEdition; readonly close: () => void }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const { edition, close } = props
  const asked = useQuery({
    queryKey: ['take-away', edition.hash],
    queryFn: ({ signal }): Promise<TakeAway> =>
      taken(
        api.public.editions[':hash']['take-away'].$get(
          { param: { hash: edition.hash } },
          { init: { signal } },
        ),
      ),
  })
  const key = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    key.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  // In the board and not on the page: what stands still on a page would stand above it. Not the browser's own modal layer
  // either: that would lie above an emergency and above the countdown of the visit.
  return createPortal(
    <div className="take-ground" onClick={close}>
      <div
        className="take"
        role="dialog"
        aria-modal="true"
        aria-labelledby="take-heading"
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          // One key only: the focus has nowhere else to go while the page is covered.
          if (event.key === 'Tab') event.preventDefault()
        }}
      >
        <h2 id="take-heading" className="take-heading">
          {t('takeAway.heading')}
        </h2>
        <p className="take-title" lang="zh-Hans">
          <Phrased text={edition.content.title} />
        </p>
        <p className="take-soft">
          {t('takeAway.edition', {
            number: edition.editionNumber,
            date: civilDate(edition.publishDate, language),
          })}
        </p>
        {asked.data ? (
          <Code given={asked.data} />
        ) : (
          <p className="take-wait" role="status">
            {asked.error ? t('takeAway.failed') : t('takeAway.opening')}
          </p>
        )}
        <button ref={key} type="button" className="button take-close" onClick={close}>
          {t('takeAway.close')}
        </button>
      </div>
    </div>,
    document.querySelector('.board') ?? document.body,
  )
}
