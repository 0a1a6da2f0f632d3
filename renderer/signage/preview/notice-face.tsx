import { useMemo, useRef, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { bodyText } from '../../domain/notice/body-text.ts'
import type { SheetData } from '../../server/display/views.ts'
import { BodyView } from '../shared/body-view.tsx'
import { Phrased } from '../shared/phrased.tsx'
import { closingOf, issuerOf } from '../sheet/closing.ts'
import { officialDate } from '../sheet/official-date.ts'
import { qrDrawing } from '../sheet/qr-path.ts'
import { usePages } from './use-pages.ts'

/** How large a headline may be: a long one is smaller, but never below a twentieth of the height. */
function headlineSize(title: string): 'short' | 'middle' | 'long' {
  const length = [...title].length
  if (length <= 18) return 'short'
  return length <= 36 ? 'middle' : 'long'
}

function Code({ code }: { readonly code: string }) {
  const { t } = useTranslation('signage')
  const drawing = useMemo(() => qrDrawing(code), [code])
  return (
    <svg
      className="sg-code"
      viewBox={`0 0 ${String(drawing.size)} ${String(drawing.size)}`}
      role="img"
      aria-label={t('code')}
      shapeRendering="crispEdges"
    >
      <path d={drawing.path} />
    </svg>
  )
}

/** One notice on a passive screen: headline, whose it is, the text in pages, day and code. */
export function NoticeFace({ data }: { readonly data: SheetData }) {
  const { t } = useTranslation('signage')
  const { content } = data
  const closing = useMemo(() => closingOf(content), [content])
  const flow = useRef<HTMLDivElement>(null)
  const characters = useMemo(() => bodyText(content.body).length, [content])
  const { page, count, turn } = usePages(flow, characters, data.draft)
  const files = content.attachments.filter(({ role }) => role === 'ATTACHMENT').length
  const day = data.publishDate ?? content.documentDate
  return (
    <main className="sg-face">
      {data.draft ? <p className="sg-preview">{t('preview')}</p> : null}
      <header className="sg-head">
        <p className="sg-office">{issuerOf(content)}</p>
        <h1 className={`sg-title sg-title-${headlineSize(content.title)}`}>
          <Phrased text={content.title} />
        </h1>
        {content.documentNumber === '' ? null : <p className="sg-number">{content.documentNumber}</p>}
      </header>
      <div className="sg-window">
        <div className="sg-flow" ref={flow} style={{ '--page': page } as CSSProperties}>
          {closing.addressee === null ? null : <p className="sg-addressee">{closing.addressee}</p>}
          <BodyView body={closing.body} imageBase={data.attachmentBase} plainLinks />
          {closing.signature === null && closing.date === null ? null : (
            <p className="sg-signature">
              {closing.signature}
              {closing.date === null ? null : <span>{closing.date}</span>}
            </p>
          )}
          {files > 0 ? <p className="sg-files">{t('files', { count: files })}</p> : null}
        </div>
      </div>
      <footer className="sg-foot">
        <div>
          {day === null ? null : (
            <p>
              {data.publishDate === null ? officialDate(day) : t('published', { date: officialDate(day) })}
            </p>
          )}
          {data.indexNumber === null ? null : <p className="sg-index">{data.indexNumber}</p>}
        </div>
        <div className="sg-pages">
          {data.draft && count > 1 ? (
            <button
              type="button"
              onClick={() => {
                turn(-1)
              }}
            >
              {t('previous')}
            </button>
          ) : null}
          <p role="status">{t('page', { number: page + 1, total: count })}</p>
          {data.draft && count > 1 ? (
            <button
              type="button"
              onClick={() => {
                turn(1)
              }}
            >
              {t('next')}
            </button>
          ) : null}
        </div>
        <div className="sg-scan">
          <p>{t('scan')}</p>
          <Code code={data.code} />
        </div>
      </footer>
    </main>
  )
}
