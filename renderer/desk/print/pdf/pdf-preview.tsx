import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenPdf } from './open-pdf.ts'
import { PageStrip } from './page-strip.tsx'
import { PdfPage } from './pdf-page.tsx'
import { useRoom } from './use-room.ts'
import { nextStep, pageWidth, shareOf, type Zoom } from './zoom.ts'

/** The pages that will be printed, with small ones beside them, to be looked through and enlarged. */
export function PdfPreview({ pdf }: { readonly pdf: OpenPdf }) {
  const { t } = useTranslation('print')
  const scroller = useRef<HTMLDivElement>(null)
  const room = useRoom(scroller)
  const [zoom, setZoom] = useState<Zoom>('WIDTH')
  const [current, setCurrent] = useState(1)
  const count = pdf.sizes.length
  const size = pdf.sizes[current - 1] ?? { width: 595, height: 842 }
  const share = shareOf(pageWidth(zoom, size, room), size)

  const pagesOf = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])]
  const noticeCurrent = () => {
    const box = scroller.current
    if (box === null) return
    // The page that holds the upper third of what is seen is the one that is being read.
    const line = box.getBoundingClientRect().top + box.clientHeight / 3
    const at = pagesOf().findLastIndex((page) => page.getBoundingClientRect().top <= line)
    setCurrent(Math.max(1, at + 1))
  }
  const goTo = (page: number) => {
    pagesOf()[page - 1]?.scrollIntoView({ block: 'start' })
    setCurrent(page)
  }
  const enlarge = (to: Zoom) => {
    setZoom(to)
    // What was being read stays in sight when pages change their size.
    if (current > 1) window.requestAnimationFrame(() => goTo(current))
  }

  return (
    <section className="pr-preview" aria-label={t('preview.label')}>
      <div className="pr-tools">
        <span className="pr-count" aria-live="polite">
          {t('preview.page', { number: current, count })}
        </span>
        <span className="pr-zoom" role="group" aria-label={t('preview.zoom')}>
          <Button size="small" aria-label={t('preview.smaller')} onClick={() => enlarge(nextStep(share, -1))}>
            −
          </Button>
          <span className="pr-share">{Math.round(share * 100)}%</span>
          <Button size="small" aria-label={t('preview.larger')} onClick={() => enlarge(nextStep(share, 1))}>
            +
          </Button>
          {(['WIDTH', 'PAGE'] as const).map((fit) => (
            <Button key={fit} size="small" aria-pressed={zoom === fit} onClick={() => enlarge(fit)}>
              {t(`preview.fit.${fit}`)}
            </Button>
          ))}
        </span>
      </div>
      {count > 1 && <PageStrip pdf={pdf} current={current} choose={goTo} />}
      <div
        ref={scroller}
        className="pr-pages"
        tabIndex={0}
        role="group"
        aria-label={t('preview.pages')}
        onScroll={noticeCurrent}
      >
        {room.width > 0 &&
          pdf.sizes.map((one, index) => (
            <div key={index} data-page={index + 1}>
              <PdfPage
                pdf={pdf}
                number={index + 1}
                width={pageWidth(zoom, one, room)}
                name={t('preview.pageName', { number: index + 1, count })}
              />
            </div>
          ))}
      </div>
    </section>
  )
}
