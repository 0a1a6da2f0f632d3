import { useTranslation } from 'react-i18next'
import type { TakeDownPaper } from '../../../server/posting/views.ts'
import { WholeNumbers } from '../../shared/whole-numbers.tsx'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { officialDate } from '../official-date.ts'
import './take-down-list.css'
import { useSettled } from '../settle/use-settled.ts'

const CHINESE = { lng: 'zh-Hans' } as const

type Board = TakeDownPaper['boards'][number]

function BoardTable({ board }: { readonly board: Board }) {
  const { t } = useTranslation('sheet')
  return (
    <section className="take-board">
      <h2>
        {board.name}
        <span>{[board.unitName, board.place].filter((words) => words !== '').join('　')}</span>
      </h2>
      <table className="take-table">
        <thead>
          <tr>
            <th className="take-tick">{t('takeDown.done', CHINESE)}</th>
            <th>{t('takeDown.sheet', CHINESE)}</th>
            <th className="take-spot">{t('takeDown.spot', CHINESE)}</th>
            <th className="take-date">{t('takeDown.since', CHINESE)}</th>
            <th className="take-by">{t('takeDown.by', CHINESE)}</th>
            <th className="take-on">{t('takeDown.on', CHINESE)}</th>
          </tr>
        </thead>
        <tbody>
          {board.lines.map((line) => (
            <tr key={`${line.indexNumber} ${String(line.editionNumber)} ${line.postedOn} ${line.spot}`}>
              <td className="take-tick">
                <span className="take-square" />
              </td>
              <td className="take-title">
                {line.title}
                <p className="take-small">
                  <WholeNumbers
                    text={t('takeDown.edition', {
                      ...CHINESE,
                      index: line.indexNumber,
                      number: line.editionNumber,
                    })}
                  />
                </p>
                <p className="take-small">
                  {t('takeDown.posted', { ...CHINESE, on: officialDate(line.postedOn) })}
                </p>
              </td>
              <td className="take-spot">{line.spot}</td>
              <td className="take-date">
                {officialDate(line.since)}
                <p className="take-small">{t(`takeDown.reason.${line.reason}`, CHINESE)}</p>
              </td>
              <td className="take-by" />
              <td className="take-on" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 取下清单: board by board, what is to come down, with a square to tick and room for a name and a day. */
export function TakeDownListPage({ sheet }: FaceProps<'TAKE_DOWN_LIST'>) {
  const { t } = useTranslation('sheet')
  const paper = sheet.data
  const number = paper.boards.reduce((sum, { lines }) => sum + lines.length, 0)
  const end = t('takeDown.end', { ...CHINESE, number })
  const { area } = useSettled(sheet, (list) => ({ lastLine: end, overflow: findOverflow(list) }))
  return (
    <main className="paper">
      <article className="take" ref={area}>
        <h1>{t('takeDown.title', CHINESE)}</h1>
        <p className="take-about">
          <span>{paper.office}</span>
          <span>{officialDate(paper.today)}</span>
        </p>
        {paper.boards
          .filter(({ lines }) => lines.length > 0)
          .map((board) => (
            <BoardTable key={`${board.unitName} ${board.name} ${board.place}`} board={board} />
          ))}
        {number === 0 ? <p className="take-none">{t('takeDown.none', CHINESE)}</p> : null}
        <p className="take-end">{end}</p>
        <p className="take-note">{t('takeDown.note', CHINESE)}</p>
      </article>
    </main>
  )
}
