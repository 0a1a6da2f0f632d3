import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutboxView } from '../../../../server/exchange/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { writePackage } from '../../api/exchange-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { JobOutcome } from '../job-outcome.tsx'
import { JobProgress } from '../job-progress.tsx'
import { usePackageJob } from '../use-package-job.ts'
import { OfferWords } from './offer-words.tsx'

/** Why a package is or is not encrypted. */
function Sealing({ county }: { readonly county: OutboxView['county'] }) {
  const { t } = useTranslation('exchange')
  if (county !== null) return <p className="sub">{t('send.encrypted', { name: county.name })}</p>
  return (
    <p className="sub">
      {t('send.open')} <a href={href('/exchange/county')}>{t('send.toCounty')}</a>
    </p>
  )
}

/** What waits, where the next package starts and why, and the writing of it. */
export function WaitingCard({ outbox }: { readonly outbox: OutboxView }) {
  const { t } = useTranslation(['exchange', 'desk'])
  const mayWrite = useHasRole('HANDLER')
  const job = usePackageJob('EXPORT', writePackage)
  const { editions, withdrawals, heldBack, next, county } = outbox
  const nothing = next.editions + next.withdrawals === 0
  return (
    <section className="card ex-wait" aria-label={t('exchange:send.waits')}>
      <dl className="figures">
        <div>
          <dd>{editions}</dd>
          <dt>{t('exchange:editions')}</dt>
        </div>
        <div>
          <dd>{withdrawals}</dd>
          <dt>{t('exchange:withdrawals')}</dt>
        </div>
      </dl>
      <div className="ex-wait-do">
        {nothing ? <p className="strong">{t('exchange:send.nothing')}</p> : <OfferWords next={next} />}
        {nothing ? <p className="sub">{t('exchange:send.statisticsOnly')}</p> : <Sealing county={county} />}
        {heldBack > 0 && (
          <p className="bad" role="alert">
            {t('exchange:send.heldBack', { count: heldBack })}
          </p>
        )}
        {job.running !== null && (
          <JobProgress job={job.running} cancel={job.cancel} cancelling={job.cancelling} />
        )}
        {job.running === null && mayWrite && (
          <div className="row">
            <Button
              type={nothing ? 'default' : 'primary'}
              size="large"
              disabled={job.busy}
              onClick={() => job.begin(false)}
            >
              {t('exchange:send.write')}
            </Button>
            <Popconfirm
              title={t('exchange:send.wholeAsk')}
              description={<p className="ex-narrow">{t('exchange:send.wholeMeans')}</p>}
              okText={t('exchange:send.whole')}
              cancelText={t('desk:common.cancel')}
              onConfirm={() => job.begin(true)}
            >
              <Button type="link" disabled={job.busy}>
                {t('exchange:send.whole')}
              </Button>
            </Popconfirm>
          </div>
        )}
        {!mayWrite && <p className="sub">{t('exchange:send.writeOther')}</p>}
        <RefusalMessage error={job.error} />
        {job.ended !== null && (
          <JobOutcome job={job.ended}>
            <p>{t('exchange:send.written', { sequence: job.ended.sequence ?? '' })}</p>
          </JobOutcome>
        )}
      </div>
    </section>
  )
}
