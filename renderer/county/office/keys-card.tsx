import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeDetail, OfficeKeyView } from '../../../county/web/office/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { address, tell } from '../county-api.ts'
import { CountyCardCode } from './county-card-code.tsx'
import { useHasRole } from '../shell/session-context.ts'

function Revoke({ office, close }: { readonly office: OfficeDetail; readonly close: () => void }) {
  const { t } = useTranslation(['county', 'desk'])
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const revoke = useMutation({
    mutationFn: () => tell('POST', `offices/${office.id}/revoke`, { reason: reason.trim() }),
    onSuccess: () => {
      void message.success(t('keys.revoked'))
      close()
    },
  })
  return (
    <Modal
      open
      title={t('keys.revokeTitle', { name: office.name })}
      okText={t('keys.revoke')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: revoke.isPending }}
      onOk={() => revoke.mutate()}
      onCancel={close}
    >
      <p className="sub">{t('keys.revokeWhat')}</p>
      <label className="field">
        <span>{t('keys.reason')}</span>
        <Input.TextArea
          className="grow"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <RefusalMessage error={revoke.error} />
    </Modal>
  )
}

function Key({ one }: { readonly one: OfficeKeyView }) {
  const { t } = useTranslation('county')
  return (
    <li>
      <p className="row">
        <b className="key-words">{one.words}</b>
        <span className={`pill key-${one.state}`}>{t(`offices.key.${one.state}`)}</span>
      </p>
      <p className="sub">
        {t(`keys.cameBy.${one.cameBy}`, { day: instantText(one.since).slice(0, 10) })}
        {one.endedAt !== null && ` ${t('keys.ended', { day: instantText(one.endedAt).slice(0, 10) })}`}
      </p>
      {one.reason !== null && <p className="sub breakable">{one.reason}</p>}
      <code className="sub fingerprint">{one.keyId}</code>
    </li>
  )
}

/** The keys of an office with their words, its county card, and the way to revoke. */
export function KeysCard({ office }: { readonly office: OfficeDetail }) {
  const { t } = useTranslation('county')
  const administers = useHasRole('ADMINISTRATOR')
  const collects = useHasRole('COLLECTOR')
  const [revoking, setRevoking] = useState(false)
  const active = office.keys.some((key) => key.state === 'ACTIVE')
  return (
    <section className="card">
      <h2>{t('keys.title')}</h2>
      <div className="card-body">
        <ul className="keys">
          {office.keys.map((key) => (
            <Key key={key.keyId} one={key} />
          ))}
        </ul>
        {!active && <p className="note">{t('keys.noneActive')}</p>}
        <div className="row">
          {active && collects && (
            <a className="button-link" href={address(`offices/${office.id}/county-card`)} download>
              {t('keys.countyCard')}
            </a>
          )}
          {active && collects && <CountyCardCode officeId={office.id} />}
          {active && administers && (
            <Button danger onClick={() => setRevoking(true)}>
              {t('keys.revoke')}
            </Button>
          )}
        </div>
      </div>
      {revoking && <Revoke office={office} close={() => setRevoking(false)} />}
    </section>
  )
}
