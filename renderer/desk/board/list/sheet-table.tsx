import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { ActButtons } from '../life/act-buttons.tsx'
import { SheetPill } from '../life/state-pill.tsx'
import type { WallWords } from '../wall/use-wall-words.ts'

/** What is on a board, in hanging order: the same numbers as on the drawing. */
export function SheetTable(props: {
  readonly sheets: readonly PostingView[]
  readonly today: string
  readonly words: WallWords
  readonly open: (id: string) => void
}) {
  const { t } = useTranslation('board')
  const laid = props.sheets.filter(({ spot }) => spot !== null).map(({ id }) => id)
  return (
    <div className="bd-scroll" tabIndex={0} role="group" aria-label={t('list.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th className="number">{t('list.number')}</th>
            <th>{t('list.notice')}</th>
            <th>{t('list.state')}</th>
            <th>{t('list.until')}</th>
            <th>{t('list.photos')}</th>
            <th className="end">
              <span className="hidden-text">{t('list.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.sheets.map((sheet) => (
            <tr key={sheet.id}>
              <td className="number">{laid.includes(sheet.id) ? laid.indexOf(sheet.id) + 1 : '—'}</td>
              <td className="bd-name">
                <button type="button" className="nt-link" onClick={() => props.open(sheet.id)}>
                  {sheet.title}
                </button>
                <p className="bd-why">
                  {`${t('lay.edition', { number: sheet.editionNumber })}　${
                    sheet.spot === null ? t('lay.inTray') : props.words.where(sheet.spot)
                  }`}
                </p>
              </td>
              <td className="nowrap">
                <SheetPill sheet={sheet} today={props.today} />
              </td>
              <td className="nowrap">{props.words.until(sheet)}</td>
              <td className="nowrap">
                {sheet.photos.length > 0
                  ? t('list.photoCount', { count: sheet.photos.length })
                  : sheet.state === 'PLANNED'
                    ? ''
                    : t('list.noPhoto')}
              </td>
              <td className="end">
                <ActButtons sheet={sheet} today={props.today} short />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
