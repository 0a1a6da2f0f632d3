import { useTranslation } from 'react-i18next'
import { textWeight } from '../../../domain/signage/text-weight.ts'
import type { Marks } from './marks.ts'
import type { PageAt } from './paged-face.tsx'

/** From so many lines on, a page can spare two for the foot where one is too short for date and page. */
export const ROOMY_FOOT = 12
const SHORT_LINE = 18

/** While the pages are not counted yet: as long as any number of pages will be. */
const UNCOUNTED: PageAt = { page: 87, pages: 88 }

/** What is to be said of the time, shortest first; empty while all is well. */
export function useMarkTexts(marks: Marks): readonly string[] {
  const { t } = useTranslation('signage')
  return [
    ...(marks.doubt ? [t('clockDoubt')] : []),
    ...(marks.asOf === null ? [] : [t('asOf', { time: marks.asOf })]),
  ]
}

/** One line under the text: what is to be said of the time or when it was published, and which page this is. */
export function Foot(props: {
  readonly marks: Marks
  readonly at: PageAt | null
  readonly date: string | null
  readonly charactersPerLine: number
  /** Room for a second line, where one is not enough. */
  readonly roomy: boolean
}) {
  const { t } = useTranslation('signage')
  const marks = useMarkTexts(props.marks)
  const { date } = props
  const at = props.at ?? UNCOUNTED
  const page = at.pages < 2 ? '' : t('page', { number: at.page + 1, total: at.pages })
  const said = marks.length > 0 ? marks.join(' ') : (date ?? '')
  // The date is on the page with the code too; what is said of the time goes before the page's number.
  const isTwo = props.roomy && props.charactersPerLine < SHORT_LINE
  const fits = isTwo || textWeight(said) + textWeight(page) + 1 <= props.charactersPerLine
  return (
    <footer className={isTwo ? 'sg-foot sg-foot-two' : 'sg-foot'}>
      <p>{fits || marks.length > 0 ? said : ''}</p>
      <p role="status">{fits || marks.length === 0 ? page : ''}</p>
    </footer>
  )
}

/** Where there is no foot: page and marks behind the title. */
export function InlineFoot(props: { readonly marks: Marks; readonly at: PageAt | null }) {
  const marks = useMarkTexts(props.marks)
  const at = props.at ?? UNCOUNTED
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} className="sg-inline">
          {mark}
        </span>
      ))}
      {at.pages < 2 ? null : (
        <span className="sg-inline" role="status">{`${String(at.page + 1)}/${String(at.pages)}`}</span>
      )}
    </>
  )
}
