import { useTranslation } from 'react-i18next'
import { illegible, LEGIBILITY, leastLegiblePoints, legibleFrom } from '../../../domain/sheet/legible-size.ts'
import { useFields } from './fields-context.ts'
import { NumberField } from './number-field.tsx'

function Verdict() {
  const { t } = useTranslation('template')
  const { definition } = useFields()
  const { readFrom, type, leastTablePoints } = definition
  if (![readFrom, type.text.points, type.table.points, leastTablePoints].every(Number.isFinite)) return null
  const least = leastLegiblePoints(readFrom)
  const points = { TEXT: type.text.points, TABLE: type.table.points, LEAST_TABLE: leastTablePoints }
  const small = illegible(definition)
  return (
    <div role="status">
      {small.length === 0 ? (
        <p className="good">{t('reading.fine', { metres: readFrom, points: least })}</p>
      ) : (
        small.map((part) => (
          <p key={part} className={part === 'LEAST_TABLE' ? 'sub' : 'tp-warn'}>
            {t(`reading.${part}`, {
              points: points[part],
              legible: legibleFrom(points[part]),
              metres: readFrom,
              least,
            })}
          </p>
        ))
      )}
    </div>
  )
}

/** From how far people read the sheet, and whether its sizes suit that; a hint, nothing is refused. */
export function ReadingFields() {
  const { t } = useTranslation('template')
  const { change } = useFields()
  return (
    <>
      <NumberField field="READ_FROM" step={0.1} change={(readFrom) => change({ readFrom })} />
      <Verdict />
      <p className="sub">{t('reading.convention', { part: LEGIBILITY.partOfDistance })}</p>
    </>
  )
}
