import { useTranslation } from 'react-i18next'
import type { ImportLine } from './import-state.ts'

/** A line of the preview that is no row to take: a row of the file that was passed over, or an item it no longer has. */
export function AcrossLine({ line }: { readonly line: Exclude<ImportLine, { kind: 'ROW' }> }) {
  const { t } = useTranslation('catalogue')
  if (line.kind === 'NOTE') {
    return (
      <>
        <span className="soft">{t('import.rowNumber', { row: line.note.row })}</span>
        <span className={line.note.code === 'ROW_SKIPPED' ? 'doubt' : 'soft'}>
          {t(`noteCode.${line.note.code}`)}
        </span>
        <span className="line-text" title={line.note.text}>
          {line.note.text}
        </span>
      </>
    )
  }
  const { item } = line
  return (
    <>
      <span className="change-tag change-GONE">{t('change.GONE')}</span>
      <span className="line-text">
        {[item.itemLevel1, item.itemLevel2, item.itemLevel3].filter(Boolean).join(' › ')}
      </span>
      <span className="soft">{item.deadlineText}</span>
    </>
  )
}
