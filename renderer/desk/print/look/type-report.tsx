import { useTranslation } from 'react-i18next'
import type { MissingGlyph, TypeReport } from '../../../../server/display/print/views.ts'

/** Where characters stand and what is drawn in their place, one sentence a character. */
export function MissingList({ missing }: { readonly missing: readonly MissingGlyph[] }) {
  const { t } = useTranslation(['print', 'terms'])
  return (
    <ul className="pr-missing">
      {missing.map(({ character, role, shownIn, places }) => (
        <li key={`${character}${role}${shownIn ?? ''}`}>
          <span>
            {t(shownIn === null ? 'print:type.none' : 'print:type.instead', {
              character,
              role: t(`print:type.role.${role}`),
              face: shownIn ?? '',
            })}
          </span>
          <span className="sub pr-line">
            {places.map(({ text, table, row }, at) => (
              <span key={at} className="pr-place">
                {table === null || row === null
                  ? t('print:type.place', { text })
                  : table === 1
                    ? t('print:type.placeRow', { text, row })
                    : t('print:type.placeTable', { text, table, row })}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Props = {
  readonly report: TypeReport
  /** What is left for the pen. */
  readonly byHand: readonly string[]
}

/** In which faces the sheet is set: those that stand in for another are said first, the rest on demand. */
export function TypeReportPanel({ report, byHand }: Props) {
  const { t } = useTranslation('print')
  const standing = report.roles.filter(({ standsIn }) => standsIn)
  const loose = report.faces.filter(({ embedded }) => !embedded)
  return (
    <section className="pr-type" aria-label={t('type.title')}>
      <h3>{t('type.title')}</h3>
      {report.roles.length === 0 && report.missing.length === 0 && (
        <p className="pr-warn">{t('type.unknown')}</p>
      )}
      {report.roles.length > 0 && standing.length === 0 && report.missing.length === 0 && (
        <p className="good">{t('type.fine')}</p>
      )}
      {standing.map(({ role, face }) => (
        <p key={`${role}${face}`}>{t('type.standsIn', { role: t(`type.role.${role}`), face })}</p>
      ))}
      {report.missing.length > 0 && <MissingList missing={report.missing} />}
      {byHand.length > 0 && (
        <p className="pr-warn">{t('type.byHand', { characters: byHand.join(t('type.comma')) })}</p>
      )}
      {loose.length > 0 && (
        <p className="pr-warn">
          {t('type.loose', { faces: loose.map(({ name }) => name).join(t('type.comma')) })}
        </p>
      )}
      {report.faces.length > 0 && (
        <details>
          <summary>{t('type.faces', { count: report.faces.length })}</summary>
          <ul className="pr-faces">
            {report.faces.map(({ name }) => (
              <li key={name} className="breakable">
                {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
