import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { offerAgain } from '../../api/exchange-api.ts'
import { useExchangeChange } from '../use-exchange-change.ts'

/** Lets the next package begin earlier, when packages were lost or the county asks for it. */
export function OfferAgainCard() {
  const { t } = useTranslation(['exchange', 'desk'])
  const [asked, setAsked] = useState<'SINCE' | 'WHOLE' | null>(null)
  const again = useExchangeChange(offerAgain)
  const close = () => setAsked(null)
  return (
    <section className="card" aria-labelledby="ex-again">
      <h2 id="ex-again">{t('exchange:again.title')}</h2>
      <div className="card-body ex-stack">
        <p>{t('exchange:again.sub')}</p>
        <div className="row">
          <Button onClick={() => setAsked('SINCE')}>{t('exchange:again.since')}</Button>
          <Button onClick={() => setAsked('WHOLE')}>{t('exchange:again.whole')}</Button>
        </div>
        {again.data !== undefined && (
          <p role="status">
            {t('exchange:again.done', { first: again.data.next.first })}{' '}
            <a href={href('/exchange')}>{t('exchange:package.toSend')}</a>
          </p>
        )}
      </div>
      <Modal
        open={asked !== null}
        title={asked === 'WHOLE' ? t('exchange:again.askWhole') : t('exchange:again.ask')}
        okText={t('exchange:again.do')}
        cancelText={t('desk:common.cancel')}
        okButtonProps={{ loading: again.isPending }}
        onOk={() => again.mutate(asked === 'WHOLE', { onSuccess: close })}
        onCancel={close}
      >
        <p>{asked === 'WHOLE' ? t('exchange:again.meansWhole') : t('exchange:again.means')}</p>
        <RefusalMessage error={again.error} />
      </Modal>
    </section>
  )
}
