import { useTranslation } from 'react-i18next'
import type { MatterRow } from '../../../server/register/views.ts'
import { href } from '../../shared/desk/route.ts'
import { StandingPill } from './standing-pill.tsx'

/** Lines of the register; each leads to its matter. */
export function MatterTable({ items }: { readonly items: readonly MatterRow[] }) {
  const { t } = useTranslation(['register', 'terms'])
  return (
    <section className="card reg-scroll" tabIndex={0} aria-label={t('register:undisclosed.table')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('register:undisclosed.name')}</th>
            <th scope="col">{t('register:undisclosed.ground')}</th>
            <th scope="col">{t('register:undisclosed.unit')}</th>
            <th scope="col">{t('register:undisclosed.decided')}</th>
            <th scope="col">{t('register:undisclosed.nextReview')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id}>
              <td className="reg-name">
                <a className="strong" href={href(`/undisclosed/${encodeURIComponent(row.id)}`)}>
                  {row.title}
                </a>
                {row.alias && <span className="pill">{t('register:undisclosed.aliasPill')}</span>}
                {row.informationNumber !== '' && <p className="sub">{row.informationNumber}</p>}
              </td>
              <td>
                {t(`terms:exemptionGround.${row.ground}`)}
                <p className="sub">{t(`terms:groundArticle.${row.ground}`)}</p>
              </td>
              <td>{row.unit.name}</td>
              <td className="nowrap">
                {row.decidedOn}
                <p className="sub">{row.reviewer.name}</p>
              </td>
              <td className="nowrap">
                <StandingPill row={row} />
                {row.nextDue !== null && <p className="sub">{row.nextDue}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
