import { useTranslation } from 'react-i18next'
import { instantText } from '../../shared/ui/instant-text.ts'
import { useOpenDesk } from '../shell/session-context.ts'

/** Where the data lies, how to back it up, and what else belongs to this PC rather than to the office. */
export function ThisMachine() {
  const { t } = useTranslation('desk')
  const { dataFolder, publicAddress, version, clock } = useOpenDesk()
  return (
    <section className="card">
      <h2>{t('machine.title')}</h2>
      <dl className="facts">
        <dt>{t('machine.dataFolder')}</dt>
        <dd>
          <code>{dataFolder}</code>
          <p className="sub">{t('machine.backup')}</p>
        </dd>
        <dt>{t('machine.kiosk')}</dt>
        <dd>
          <code>{publicAddress === '' ? t('common.none') : `${publicAddress}/kiosk/`}</code>
          <p className="sub">{t('machine.kioskWhat')}</p>
        </dd>
        <dt>{t('machine.newestRecord')}</dt>
        <dd>{clock.newestRecord === null ? t('machine.noRecord') : instantText(clock.newestRecord)}</dd>
        <dt>{t('machine.version')}</dt>
        <dd>{version}</dd>
      </dl>
    </section>
  )
}
