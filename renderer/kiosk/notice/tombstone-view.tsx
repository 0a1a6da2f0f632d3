import { useTranslation } from 'react-i18next'
import type { Tombstone } from '../../../server/display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { Facts } from './facts.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { useLanguage } from '../frame/use-language.ts'

/** What stays of a withdrawn notice: that it was here, when it went and why. */
export function TombstoneView(props: { notice: Tombstone }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { notice } = props
  return (
    <article className="inner notice">
      <p className="banner banner-gone">
        {t(notice.reason === 'EXPIRED' ? 'kiosk:notice.expired' : 'kiosk:notice.withdrawn')}
      </p>
      <h1 className="notice-title" tabIndex={-1} lang="zh-Hans">
        <Phrased text={notice.title ?? t('kiosk:notice.titleHidden')} />
      </h1>
      <Facts
        facts={[
          [t('kiosk:notice.indexNumber'), notice.indexNumber],
          [t('kiosk:notice.withdrawnDate'), civilDate(notice.withdrawnDate, language)],
          [t('kiosk:notice.withdrawnReason'), t(`terms:withdrawalReason.${notice.reason}`)],
          [t('kiosk:notice.withdrawnNote'), notice.note],
        ]}
      />
      {notice.consolidatedInto === null ? null : (
        <div className="tombstone-next">
          <p>{t('kiosk:notice.consolidatedInto')}</p>
          <Go to={{ page: 'notice', indexNumber: notice.consolidatedInto.indexNumber }} className="button">
            {notice.consolidatedInto.title}
          </Go>
        </div>
      )}
    </article>
  )
}
