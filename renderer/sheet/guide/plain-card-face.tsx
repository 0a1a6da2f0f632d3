import { useTranslation } from 'react-i18next'
import { cardAnswers, CARD_QUESTIONS } from '../../../domain/sheet/card-question.ts'
import { sectionsOf } from '../../../domain/sheet/text-section.ts'
import type { SheetPage } from '../../../server/display/sheet-page.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import { issuerOf } from '../closing.ts'
import { ContactLines } from '../contact-lines.tsx'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { fillOneSheet, saveTitleLine, tableRange } from '../settle/one-sheet.ts'
import './plain-card-face.css'
import { SectionRows } from './section-rows.tsx'
import { SheetMark } from '../sheet-mark.tsx'
import { Tools } from '../tools.tsx'
import { useSettled } from '../settle/use-settled.ts'
import { VersionBlock } from '../version-block.tsx'

const CHINESE = { lng: 'zh-Hans' } as const

// It is kept at home and read by old people: large when there is room, and never under three fifths of the template's size.
const RANGE = { most: 1.3, least: 0.6 }

function Card({ sheet }: { readonly sheet: Extract<SheetPage, { kind: 'NOTICE' }> }) {
  const { t } = useTranslation('sheet')
  const { data, template } = sheet
  const { content } = data
  const { parts } = template
  const sections = sectionsOf(content.body)
  const answers = cardAnswers(sections)
  const rows = CARD_QUESTIONS.flatMap((question) => {
    const found = answers.filter((answer) => answer.question === question)
    return found.length === 0
      ? []
      : [
          {
            key: question,
            name: t(`card.question.${question}`, CHINESE),
            sections: found.map(({ section }) => section),
          },
        ]
  })
  // Who reads only the card must know that the text says more.
  const isExcerpt = answers.length > 0 && answers.length < sections.length
  return (
    <section className="card">
      <p className="card-kind">
        <span>{t('card.name', CHINESE)}</span>
        <span>{issuerOf(content)}</span>
      </p>
      <h1 className="card-title">
        <Phrased text={content.title} />
      </h1>
      {content.abstract ? <p className="card-abstract">{content.abstract}</p> : null}
      <div className="card-text">
        {rows.length > 0 ? (
          <SectionRows rows={rows} imageBase={data.attachmentBase} />
        ) : (
          <BodyView body={content.body} imageBase={data.attachmentBase} wholeNumbers />
        )}
      </div>
      <footer className="card-foot">
        {isExcerpt ? <p className="card-note">{t('card.excerpt', CHINESE)}</p> : null}
        {parts.includes('CONTACT') ? <ContactLines office={data.office} /> : null}
        {parts.includes('VERSION') ? <VersionBlock data={data} /> : null}
      </footer>
    </section>
  )
}

/** 明白卡: one policy on one card for one household; on paper laid across, the same card twice, to be cut apart. */
export function PlainCardFace({ sheet }: FaceProps<'NOTICE'>) {
  const { data, template } = sheet
  const isPair = template.paper.orientation === 'LANDSCAPE'
  const { area, settled } = useSettled(sheet, (sheetArea) => {
    const cards = [...sheetArea.querySelectorAll<HTMLElement>('.card')]
    for (const card of cards) saveTitleLine(card.querySelector('.card-title'))
    const tables = tableRange(template)
    const fits = cards.map((card) => fillOneSheet(card, card.clientHeight, RANGE, tables)).every(Boolean)
    // Alone it may go on over the page; half a sheet cut off with its text on the other half would be no card.
    if (!fits && !isPair) sheetArea.dataset['many'] = 'true'
    const tooLong = !fits && isPair ? 'card:1' : null
    return { lastLine: data.hash.slice(0, 16), overflow: tooLong ?? findOverflow(sheetArea) }
  })
  return (
    <>
      <Tools data={data} settled={settled} />
      <main className="paper">
        <SheetMark data={data} />
        <article className={isPair ? 'cards cards-pair' : 'cards'} ref={area}>
          <Card sheet={sheet} />
          {isPair ? <Card sheet={sheet} /> : null}
        </article>
      </main>
    </>
  )
}
