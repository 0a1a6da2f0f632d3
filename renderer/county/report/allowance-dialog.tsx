import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RejectionRow } from '../../../county/report/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { tell } from '../county-api.ts'

/** Letting one rejected edition in, by name and reason: what was found and where, never what stood there. */
export function AllowanceDialog({ row, close }: { readonly row: RejectionRow; readonly close: () => void }) {
  const { t } = useTranslation(['county', 'desk', 'terms'])
  const id = useId()
  const [reason, setReason] = useState('')
  const { officeId, hash } = row
  const allow = useMutation({
    mutationFn: () => tell('POST', 'allowances', { officeId, hash, reason: reason.trim() }),
    onSuccess: close,
  })
  return (
    <Modal
      open
      title={t('county:allowance.title', { office: row.officeName })}
      okText={t('county:allowance.confirm')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: allow.isPending }}
      onOk={() => allow.mutate()}
      onCancel={close}
    >
      <div className="allowance-dialog">
        <dl className="facts">
          <dt>{t('county:allowance.edition')}</dt>
          <dd>
            <span className="code breakable">{row.indexNumber}</span>{' '}
            {t('county:rejections.edition', { number: row.editionNumber })}
          </dd>
          <dt>{t('county:allowance.what')}</dt>
          <dd>
            <ul>
              {row.findings.map(({ kind, place, count }) => (
                <li key={`${kind} ${place}`}>{t('county:allowance.found', { kind, place, count })}</li>
              ))}
            </ul>
          </dd>
          <dt>{t('county:allowance.hash')}</dt>
          <dd>
            <code className="breakable">{hash}</code>
          </dd>
        </dl>
        <p>{t('county:allowance.unseen')}</p>
        <p>{t('county:allowance.means')}</p>
        <label htmlFor={id}>{t('county:allowance.reason')}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={200}
          placeholder={t('county:allowance.example')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalMessage error={allow.error} />
      </div>
    </Modal>
  )
}
