import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText as Text } from '../../../domain/notice/language.ts'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'
import { TextMarks } from '../../shared/language/text-marks.tsx'
import { NoticeBody } from './notice-body.tsx'

// Most of a screen: what stood at the edge is still seen after the step.
const STEP = 0.8

/** A text in columns: it moves sideways in a frame of its own, with keys for it, while the page stays. */
function Columns(props: { readonly text: Text; readonly imageBase: string }) {
  const { t } = useTranslation('kiosk')
  const frame = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState({ before: false, after: false })

  useEffect(() => {
    const box = frame.current
    if (box === null) return undefined
    const look = () => {
      const before = box.scrollLeft > 1
      const after = box.scrollLeft + box.clientWidth < box.scrollWidth - 1
      setLeft((old) => (old.before === before && old.after === after ? old : { before, after }))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    if (box.firstElementChild) sizes.observe(box.firstElementChild)
    box.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [props.text])

  useEffect(() => {
    // Chosen by its key, the text must not stay below the edge: columns cut off in the middle cannot be read at all.
    if (document.activeElement?.closest('.texts')) frame.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  function move(share: number): void {
    const box = frame.current
    box?.scrollBy({ left: box.clientWidth * share })
  }

  const moves = left.before || left.after
  return (
    <>
      {moves ? (
        <div className="wide-hint">
          <span>{t('notice.columns')}</span>
          <button
            type="button"
            className="button button-quiet"
            aria-disabled={!left.before}
            onClick={() => move(-STEP)}
          >
            ← {t('notice.columnsBack')}
          </button>
          <button
            type="button"
            className="button button-quiet"
            aria-disabled={!left.after}
            onClick={() => move(STEP)}
          >
            {t('notice.columnsOn')} →
          </button>
        </div>
      ) : null}
      <div
        ref={frame}
        className={left.after ? 'columns columns-on' : 'columns'}
        {...(moves ? { tabIndex: 0, role: 'region', 'aria-label': t('notice.columnsLabel') } : {})}
      >
        <div className="script" {...scriptAttributes(props.text.language)}>
          <NoticeBody body={props.text.body} imageBase={props.imageBase} />
        </div>
      </div>
    </>
  )
}

/** The notice in another language as the kiosk shows it. */
export function LanguageText(props: { readonly text: Text; readonly imageBase: string }) {
  const { text, imageBase } = props
  const { direction } = scriptOf(text.language)
  return (
    <>
      <TextMarks text={text} />
      {direction === 'VERTICAL_LR' ? (
        <Columns text={text} imageBase={imageBase} />
      ) : (
        <div className="script" {...scriptAttributes(text.language)}>
          <NoticeBody body={text.body} imageBase={imageBase} fromRight={direction === 'RTL'} />
        </div>
      )}
    </>
  )
}
