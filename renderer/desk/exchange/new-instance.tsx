import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { renewInstance } from '../api/exchange-county-api.ts'
import { RESTORE_KEY } from '../query-client.ts'
import { useHasRole } from '../shell/session-context.ts'
import { useExchangeChange } from './use-exchange-change.ts'

/** The way out when this computer's data went back to a former state: another number for the database, said first what comes of it. */
export function NewInstanceButton() {
  const { t } = useTranslation(['exchange', 'desk'])
  const queries = useQueryClient()
  const may = useHasRole('ADMINISTRATOR')
  const [asked, setAsked] = useState(false)
  const renew = useExchangeChange(renewInstance)
  if (!may) return <p className="sub">{t('exchange:newInstance.administrator')}</p>
  if (renew.data !== undefined) return <p role="status">{t('exchange:newInstance.done')}</p>
  const close = () => setAsked(false)
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('exchange:newInstance.do')}</Button>
      <Modal
        open={asked}
        title={t('exchange:newInstance.ask')}
        okText={t('exchange:newInstance.do')}
        cancelText={t('desk:common.cancel')}
        okButtonProps={{ danger: true, loading: renew.isPending }}
        onOk={() =>
          renew.mutate(undefined, {
            onSuccess: () => {
              close()
              void queries.invalidateQueries({ queryKey: RESTORE_KEY })
            },
          })
        }
        onCancel={close}
      >
        <ul className="ex-means">
          {(['closed', 'again', 'stays'] as const).map((what) => (
            <li key={what}>{t(`exchange:newInstance.means.${what}`)}</li>
          ))}
        </ul>
        <RefusalMessage error={renew.error} />
      </Modal>
    </>
  )
}

/** When and how to give the database another number. */
export function NewInstanceCard() {
  const { t } = useTranslation('exchange')
  return (
    <section className="card" aria-labelledby="ex-new-instance">
      <h2 id="ex-new-instance">{t('newInstance.title')}</h2>
      <div className="card-body ex-stack">
        <p>{t('newInstance.sub')}</p>
        <div className="row">
          <NewInstanceButton />
        </div>
      </div>
    </section>
  )
}
