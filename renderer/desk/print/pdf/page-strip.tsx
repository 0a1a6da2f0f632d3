import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'

const WIDTH = 64

type Props = {
  readonly pdf: OpenPdf
  readonly current: number
  readonly choose: (page: number) => void
}

/** All pages in small, the one that is being read marked. */
export function PageStrip({ pdf, current, choose }: Props) {
  const { t } = useTranslation('print')
  const strip = useRef<HTMLOListElement>(null)
  useEffect(() => {
    strip.current?.children[current - 1]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <ol ref={strip} className="pr-strip" aria-label={t('preview.strip')}>
      {pdf.sizes.map((_size, index) => (
        <li key={index}>
          <button
            type="button"
            aria-label={t('preview.goTo', { number: index + 1 })}
            {...(current === index + 1 ? { 'aria-current': 'page' as const } : {})}
            onClick={() => choose(index + 1)}
          >
            <PdfPage pdf={pdf} number={index + 1} width={WIDTH} name={null} />
            <span>{index + 1}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
