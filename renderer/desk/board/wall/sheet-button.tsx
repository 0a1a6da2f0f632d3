import { useDraggable } from '@dnd-kit/core'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostingView } from '../../../../server/posting/views.ts'
import { sheetTone } from '../sheet-tone.ts'
import type { Hold } from './use-hold.ts'
import type { WallWords } from './use-wall-words.ts'

/** What every sheet of a board needs to be shown and moved. */
export type SheetCommon = {
  readonly hold: Hold
  readonly words: WallWords
  readonly today: string
  readonly may: boolean
  readonly open: (id: string) => void
  /** Id of the sentence that tells how it is moved by keys. */
  readonly howId: string
}

/** A sheet: opened with a click or Enter, lifted with the hand or Space. */
export function SheetButton(props: {
  readonly sheet: PostingView
  readonly common: SheetCommon
  /** Its place in the hanging order, from 1; null in the tray. */
  readonly number: number | null
  readonly style?: CSSProperties
}) {
  const { sheet, number } = props
  const { hold, words, today, may, open, howId } = props.common
  const { t } = useTranslation('board')
  const { setNodeRef, listeners } = useDraggable({ id: sheet.id, disabled: !may })
  const lifted = hold.held?.sheet.id === sheet.id
  const tone = sheetTone(sheet, today)
  const until = words.until(sheet)
  const where = sheet.spot === null ? t('lay.inTray') : words.where(sheet.spot)
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={`bd-sheet bd-${tone}${lifted ? ' bd-lifted' : ''}${may ? '' : ' bd-fixed'}`}
      style={props.style}
      data-sheet={sheet.id}
      title={`${sheet.title}　${until}`}
      aria-pressed={lifted}
      aria-describedby={may ? howId : undefined}
      onClick={() => open(sheet.id)}
      onKeyDown={may ? hold.keys(sheet) : undefined}
      onBlur={() => hold.letGo(sheet)}
      {...(may ? listeners : {})}
    >
      {number === null ? null : <span className="bd-sheet-number">{number}</span>}{' '}
      <span className="bd-sheet-title">{sheet.title}</span>{' '}
      <span className="bd-sheet-until">{tone === 'overdue' ? t('tone.overdue') : until}</span>
      <span className="bd-sheet-edition">{t('lay.edition', { number: sheet.editionNumber })}</span>{' '}
      <span className="hidden-text">{where}</span>
    </button>
  )
}
