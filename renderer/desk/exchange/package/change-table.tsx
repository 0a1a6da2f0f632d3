import { useTranslation } from 'react-i18next'
import type { PackageChangeView } from '../../../../server/exchange/views.ts'
import { href } from '../../../shared/desk/route.ts'
import { faultText } from '../fault-words.ts'
import type { StateSign } from '../state-icon.tsx'
import { StateMark, type StateTone } from '../state-mark.tsx'

const LOOKS: Readonly<Record<PackageChangeView['state'], readonly [StateTone, StateSign]>> = {
  WAITING: ['plain', 'ring'],
  SENT: ['plain', 'arrow'],
  ARRIVED: ['waiting', 'arrow'],
  ACCEPTED: ['good', 'tick'],
  REJECTED: ['late', 'alert'],
  VOID: ['plain', 'minus'],
  REPLACED: ['plain', 'minus'],
}

function ChangeState({ change }: { readonly change: PackageChangeView }) {
  const { t, i18n } = useTranslation('exchange')
  const [tone, sign] = LOOKS[change.state]
  return (
    <>
      <StateMark tone={tone} sign={sign}>
        {change.heldBack && change.state === 'WAITING'
          ? t('change.heldBack')
          : t(`change.state.${change.state}`)}
      </StateMark>
      {change.fault !== null && <p>{faultText(i18n, change.fault)}</p>}
      {change.remarks.map((code) => (
        <p key={code} className="sub">
          {t(`remark.${code}`)}
        </p>
      ))}
    </>
  )
}

/** The changes of a package, row by row, each with what became of it. */
export function ChangeTable({ changes }: { readonly changes: readonly PackageChangeView[] }) {
  const { t } = useTranslation('exchange')
  return (
    <div className="ex-scroll" tabIndex={0} role="region" aria-label={t('change.title')}>
      <table className="plain ex-changes">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('change.column.number')}
            </th>
            <th scope="col">{t('change.column.kind')}</th>
            <th scope="col">{t('change.column.notice')}</th>
            <th scope="col">{t('change.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.change}>
              <td className="number">{change.change}</td>
              <td className="nowrap">{t(`change.kind.${change.kind}`)}</td>
              <td>
                <a className="breakable" href={href(`/notices/${encodeURIComponent(change.noticeId)}`)}>
                  {change.title}
                </a>
                <p className="sub breakable">
                  {t('change.edition', { indexNumber: change.indexNumber, number: change.editionNumber })}
                </p>
              </td>
              <td className="ex-change-state">
                <ChangeState change={change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
