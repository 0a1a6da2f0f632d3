import { Phrased } from '../../shared/phrased.tsx'
import { closingOf, issuerOf } from '../closing.ts'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { fitGuide } from './fit-guide.ts'
import { lastSentence } from '../settle/last-sentence.ts'
import { saveTitleLine } from '../settle/one-sheet.ts'
import { ServiceGuideText } from './service-guide.tsx'
import './service-guide-face.css'
import { SheetMark } from '../sheet-mark.tsx'
import { SheetTitles } from '../sheet-titles.tsx'
import { Tools } from '../tools.tsx'
import { useSettled } from '../settle/use-settled.ts'
import { VersionBlock } from '../version-block.tsx'

/** 办事指南: the text as a table of questions and answers, in the order it was written. */
export function ServiceGuideFace({ sheet }: FaceProps<'NOTICE'>) {
  const { data, template, orders } = sheet
  const { content } = data
  const { date } = closingOf(content)
  const { area, settled } = useSettled(sheet, (guide) => {
    saveTitleLine(guide.querySelector('.guide-title'))
    fitGuide(guide, template)
    return { lastLine: lastSentence(content.body), overflow: findOverflow(guide) }
  })
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className="guide" ref={area}>
          <header className="guide-head">
            <SheetTitles texts={content.texts ?? []} orders={orders} points={template.type.title.points}>
              <h1 className="guide-title">
                <Phrased text={content.title} />
              </h1>
            </SheetTitles>
            <p className="guide-issuer">
              {issuerOf(content)}
              {date === null ? '' : `　${date}`}
            </p>
          </header>
          <ServiceGuideText data={data} template={template} />
          {template.parts.includes('VERSION') ? <VersionBlock data={data} /> : null}
        </article>
      </main>
    </>
  )
}
