import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import { elementOf, rangeOf, type RemarkTarget, targetOf } from './remark-places.ts'

/** A remark to lead to; `at` makes the same one lead there again. */
export type RemarkJump = { readonly remark: RemarkView; readonly at: number }

type Offer = { readonly target: RemarkTarget; readonly top: number; readonly left: number }

const MARKS = 'remarks'
const JUMPED = 'remark-jumped'

// The words stay untouched in the page: what is marked is told to the browser beside them.
function highlight(name: string, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}

/** The reading with its remarks underlined; words that are selected can be remarked on. */
export function SelectRemark(props: {
  readonly content: PublicContent
  readonly remarks: readonly RemarkView[]
  readonly jump: RemarkJump | null
  /** Null where nothing can be remarked on. */
  readonly choose: ((target: RemarkTarget) => void) | null
  readonly children: ReactNode
}) {
  const { t } = useTranslation('review')
  const root = useRef<HTMLDivElement>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const { content, remarks, jump, choose } = props
  const offers = choose !== null

  useEffect(() => {
    if (!offers) return undefined
    const look = () => {
      const selection = document.getSelection()
      const target = root.current && selection ? targetOf(root.current, content, selection) : null
      if (!target || !selection || !root.current) {
        setOffer(null)
        return
      }
      const box = selection.getRangeAt(0).getBoundingClientRect()
      const own = root.current.getBoundingClientRect()
      setOffer({
        target,
        top: box.bottom - own.top + 6,
        left: Math.min(Math.max(0, box.left - own.left), own.width - 120),
      })
    }
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
    }
  }, [content, offers])

  useEffect(() => {
    const place = root.current
    if (place === null) return undefined
    const ranges = remarks.flatMap((remark) => {
      const element = remark.quote === '' ? null : elementOf(place, content, remark.place)
      return element ? [rangeOf(element, remark.quote)] : []
    })
    highlight(MARKS, ranges)
    return () => {
      highlight(MARKS, [])
    }
  }, [content, remarks])

  useEffect(() => {
    const element = root.current && jump ? elementOf(root.current, content, jump.remark.place) : null
    if (!element || !jump) return undefined
    element.scrollIntoView({ block: 'center' })
    highlight(JUMPED, [rangeOf(element, jump.remark.quote)])
    return () => {
      highlight(JUMPED, [])
    }
  }, [content, jump])

  return (
    <div className="rv-select" ref={root}>
      {props.children}
      {offer && choose ? (
        <button
          type="button"
          className="rv-offer"
          style={{ top: offer.top, left: offer.left }}
          // Pressing must not take the selection away before it is read.
          onMouseDown={(event) => {
            event.preventDefault()
          }}
          onClick={() => {
            choose(offer.target)
            document.getSelection()?.removeAllRanges()
          }}
        >
          {t('remarks.action')}
        </button>
      ) : null}
    </div>
  )
}
