import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EnrolmentView } from '../../../../server/exchange/enrolment/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { announceNextKey, newKeyNow } from '../../api/exchange-county-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { useExchangeChange } from '../use-exchange-change.ts'
import { KeyWords } from './key-words.tsx'

/** The office's own key, and its change: the new one counts when the county has said so in a receipt. */
export function OwnKeyCard({ office }: { readonly office: EnrolmentView['office'] }) {
  const { t } = useTranslation(['exchange', 'desk'])
  const mayChange = useHasRole('ADMINISTRATOR')
  const announce = useExchangeChange(() => announceNextKey())
  const renew = useExchangeChange(() => newKeyNow())
  return (
    <section className="card" aria-labelledby="ex-own-key">
      <h2 id="ex-own-key">{t('exchange:key.title')}</h2>
      <div className="card-body ex-stack">
        <p>
          <KeyWords keyView={office.key} />
        </p>
        {office.nextKey === null ? (
          <>
            <p className="sub">{t('exchange:key.sub')}</p>
            {mayChange && (
              <div className="row">
                <Popconfirm
                  placement="topLeft"
                  title={t('exchange:key.ask')}
                  description={<p className="ex-narrow">{t('exchange:key.means')}</p>}
                  okText={t('exchange:key.change')}
                  cancelText={t('desk:common.cancel')}
                  onConfirm={() => announce.mutate(undefined)}
                >
                  <Button loading={announce.isPending}>{t('exchange:key.change')}</Button>
                </Popconfirm>
              </div>
            )}
          </>
        ) : (
          <>
            <p>{t('exchange:key.next')}</p>
            <p>
              <KeyWords keyView={office.nextKey} />
            </p>
            <p className="sub">{t('exchange:key.waits')}</p>
          </>
        )}
        {mayChange && (
          <div className="ex-stack">
            <p className="sub">{t('exchange:key.revoked')}</p>
            <div className="row">
              <Popconfirm
                placement="topLeft"
                title={t('exchange:key.askNow')}
                description={<p className="ex-narrow">{t('exchange:key.meansNow')}</p>}
                okText={t('exchange:key.now')}
                okButtonProps={{ danger: true }}
                cancelText={t('desk:common.cancel')}
                onConfirm={() => renew.mutate(undefined)}
              >
                <Button danger loading={renew.isPending}>
                  {t('exchange:key.now')}
                </Button>
              </Popconfirm>
            </div>
          </div>
        )}
        <RefusalMessage error={announce.error ?? renew.error} />
      </div>
    </section>
  )
}
