import { useTranslation } from 'react-i18next'
import type { Regime } from '../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueSummary } from '../../../server/catalogue/views.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { workbookAddress } from '../api/catalogue-api.ts'
import { href } from '../../shared/desk/route.ts'
import { VersionStamp } from './version/version-stamp.tsx'

type Props = {
  readonly regime: Regime
  readonly catalogues: readonly CatalogueSummary[]
  readonly units: readonly UnitView[]
}

function Keepers({
  catalogue,
  units,
}: {
  readonly catalogue: CatalogueSummary
  readonly units: readonly UnitView[]
}) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const names = units.filter((unit) => catalogue.unitIds.includes(unit.id)).map((unit) => unit.name)
  if (names.length === 0) return <span className="doubt">{t('catalogue:list.noKeeper')}</span>
  if (names.length === 1) return <>{names[0]}</>
  return (
    <span title={names.join(t('desk:common.listComma'))}>
      {t('catalogue:list.keepers', { name: names[0], count: names.length })}
    </span>
  )
}

function Row({
  catalogue,
  units,
}: {
  readonly catalogue: CatalogueSummary
  readonly units: readonly UnitView[]
}) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const { version, openVersion } = catalogue
  const address = `/catalogue/${encodeURIComponent(catalogue.id)}`
  return (
    <tr>
      <td>
        <a className="strong breakable" href={href(address)}>
          {catalogue.name}
        </a>
        {version.sourceFile !== '' && <div className="hint breakable">{version.sourceFile}</div>}
      </td>
      <td>
        <VersionStamp number={version.number} state={version.state} />
        {openVersion !== null && openVersion.id !== version.id && (
          <div className="hint">
            <a href={href(`${address}?version=${encodeURIComponent(openVersion.id)}`)}>
              {t(`catalogue:list.open.${openVersion.state === 'SUBMITTED' ? 'SUBMITTED' : 'DRAFT'}`, {
                number: openVersion.number,
              })}
            </a>
          </div>
        )}
      </td>
      <td className="number">{catalogue.itemCount}</td>
      <td>
        {catalogue.deadlinesUnset > 0 ? (
          <span className="doubt">{t('catalogue:list.unset', { count: catalogue.deadlinesUnset })}</span>
        ) : (
          <span className="soft">{t('catalogue:list.allSet')}</span>
        )}
      </td>
      <td>
        <Keepers catalogue={catalogue} units={units} />
      </td>
      <td className="end">
        <a
          className="nowrap"
          href={workbookAddress(version.id)}
          download
          aria-label={t('catalogue:list.exportOf', { name: catalogue.name })}
        >
          {t('catalogue:list.export')}
        </a>
      </td>
    </tr>
  )
}

/** The catalogues of one regime. */
export function CatalogueRows({ regime, catalogues, units }: Props) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const name = t(`terms:regime.${regime}`)
  return (
    <section className={`card regime-card regime-${regime}`} aria-label={name}>
      <h2>
        {name}
        <span className="soft">{t(`catalogue:list.regime.${regime}`)}</span>
      </h2>
      <table className="plain catalogue-list">
        <thead>
          <tr>
            <th scope="col">{t('desk:catalogue.name')}</th>
            <th scope="col">{t('catalogue:list.version')}</th>
            <th scope="col" className="number">
              {t('desk:catalogue.itemCount')}
            </th>
            <th scope="col">{t('catalogue:list.deadlines')}</th>
            <th scope="col">{t('catalogue:list.units')}</th>
            <th scope="col">
              <span className="hidden-text">{t('desk:catalogue.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {catalogues.map((catalogue) => (
            <Row key={catalogue.id} catalogue={catalogue} units={units} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
