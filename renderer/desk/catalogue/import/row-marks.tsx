import { useTranslation } from 'react-i18next'
import type { ImportLine } from './import-state.ts'
import { ScopeTag } from '../grid/row-cells.tsx'

/** Where a row stands in the file, what is doubtful of it, and what it changes. */
export function RowMarks({ line }: { readonly line: Extract<ImportLine, { kind: 'ROW' }> }) {
  const { t } = useTranslation('catalogue')
  const notes = line.notes.map((note) => `${t(`noteCode.${note.code}`)}${t('words.colon')}${note.text}`)
  const said = line.notes.some((note) => note.code === 'DEADLINE_UNREAD')
  const doubts = line.doubts.flatMap((doubt) =>
    doubt === 'NOTED' || (said && doubt === 'DEADLINE_UNREAD') ? [] : [t(`doubt.${doubt}`)],
  )
  const all = [...doubts, ...notes]
  const short = [...doubts, ...line.notes.map((note) => t(`noteShort.${note.code}`))]
  return (
    <div className="row-marks">
      <span className="soft">{line.read.sourceRow > 0 ? line.read.sourceRow : line.index + 1}</span>
      {line.change !== null && line.change !== 'SAME' && (
        <span className={`change-tag change-${line.change}`}>{t(`change.${line.change}`)}</span>
      )}
      {line.row.disclosureScope === 'NAMED_PERSONS' && <ScopeTag scope="NAMED_PERSONS" />}
      {line.out ? (
        <span className="doubt-list">{t('import.leftOut')}</span>
      ) : (
        all.length > 0 && (
          <span className="doubt-list" title={all.join('\n')}>
            {short.join(t('words.comma'))}
          </span>
        )
      )}
    </div>
  )
}
