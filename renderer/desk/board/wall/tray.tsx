import { Select } from 'antd'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { type Paper, PAPERS } from './paper-size.ts'
import { SheetButton, type SheetCommon } from './sheet-button.tsx'

/** Paper a sheet will hang on, and how many beside each other. */
export type PaperChoice = { readonly paper: Paper; readonly sheets: number }

/** What is planned for this board and has no place yet. */
export function Tray(props: {
  readonly sheets: readonly PostingView[]
  readonly choiceOf: (sheet: PostingView) => PaperChoice
  readonly choose: (sheet: PostingView, choice: PaperChoice) => void
  readonly common: SheetCommon
  readonly element: RefObject<HTMLDivElement | null>
}) {
  const { sheets, choiceOf, choose, common, element } = props
  const { t } = useTranslation('board')
  const moving = common.hold.held !== null
  const papers = (most: number) =>
    PAPERS.flatMap((paper) =>
      [...new Set([1, most])].map((count) => ({
        value: `${paper} ${String(count)}`,
        label:
          count === 1
            ? t(`paper.${paper}`)
            : t('paper.several', { paper: t(`paper.${paper}`), sheets: count }),
      })),
    )
  return (
    <div
      ref={element}
      className={moving ? 'bd-tray bd-tray-open' : 'bd-tray'}
      role="group"
      aria-label={t('tray.title')}
    >
      <p className="bd-tray-title">
        <b>{t('tray.title')}</b>
        <span className="sub">{sheets.length === 0 ? t('tray.none') : t('tray.hint')}</span>
      </p>
      <ul>
        {sheets.map((sheet) => {
          const choice = choiceOf(sheet)
          return (
            <li key={sheet.id}>
              <SheetButton sheet={sheet} common={common} number={null} />
              {common.may ? (
                <Select
                  size="small"
                  className="bd-paper"
                  popupMatchSelectWidth={false}
                  aria-label={t('tray.paperOf', { title: sheet.title })}
                  value={`${choice.paper} ${String(choice.sheets)}`}
                  options={papers(sheet.pages ?? 1)}
                  onChange={(value) => {
                    const [paper, count] = value.split(' ')
                    choose(sheet, { paper: paper as Paper, sheets: Number(count) })
                  }}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
