import { useTranslation } from 'react-i18next'
import { BodyView } from '../../shared/body-view.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import { closingOf } from '../closing.ts'
import { ContactLines } from '../contact-lines.tsx'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { lastSentence } from '../settle/last-sentence.ts'
import { fillOneSheet, saveTitleLine, tableRange } from '../settle/one-sheet.ts'
import './poster-face.css'
import { PosterSignature } from './poster-signature.tsx'
import { SheetMark } from '../sheet-mark.tsx'
import { SheetTitles } from '../sheet-titles.tsx'
import { Tools } from '../tools.tsx'
import { useSettled } from '../settle/use-settled.ts'
import { useSplitWords } from '../settle/use-split-words.ts'
import { VersionBlock } from '../version-block.tsx'
import { fitWideTables } from '../settle/wide-table.ts'

const CHINESE = { lng: 'zh-Hans' } as const

// A short text fills its sheet. Where a little smaller saves a second sheet with three lines on it, it is set smaller; a longer
// text keeps the template's size and goes on over further sheets, since it must be read from where people stand.
const RANGE = { most: 1.5, least: 0.85 }

/** 大字海报: a title and a text to be read from some metres, on one sheet or on several that say how many they are. */
export function PosterFace({ sheet }: FaceProps<'NOTICE'>) {
  const { t } = useTranslation('sheet')
  const { data, template, orders } = sheet
  const { content } = data
  const { parts } = template
  const closing = closingOf(content)
  const words = useSplitWords()
  const { area, settled } = useSettled(sheet, (poster) => {
    delete poster.dataset['many']
    saveTitleLine(poster.querySelector('.poster-title'))
    if (!fillOneSheet(poster, poster.clientHeight, RANGE, tableRange(template)))
      poster.dataset['many'] = 'true'
    if (findOverflow(poster) !== null) fitWideTables(poster, template, words)
    return { lastLine: lastSentence(content.body), overflow: findOverflow(poster) }
  })
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className="poster" ref={area}>
          <header className="poster-head">
            <SheetTitles texts={content.texts ?? []} orders={orders} points={template.type.title.points}>
              <h1 className="poster-title">
                <Phrased text={content.title} />
              </h1>
            </SheetTitles>
          </header>
          <div className="poster-text">
            {closing.addressee === null ? null : <p className="poster-addressee">{closing.addressee}</p>}
            <BodyView body={closing.body} imageBase={data.attachmentBase} wholeNumbers />
            {closing.attachments.length > 0 ? (
              <p className="poster-attachments">
                {t('attachments', CHINESE)}
                {closing.attachments.join('；')}
              </p>
            ) : null}
          </div>
          <div className="poster-end">
            {parts.includes('SIGNATURE') ? <PosterSignature closing={closing} /> : null}
            <footer className="poster-foot">
              {parts.includes('CONTACT') ? <ContactLines office={data.office} /> : null}
              {parts.includes('VERSION') ? <VersionBlock data={data} /> : null}
            </footer>
          </div>
        </article>
      </main>
    </>
  )
}
