import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RejectionRow } from '../../../county/report/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { tell } from '../county-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { AllowanceDialog } from './allowance-dialog.tsx'
import './allowance.css'

function Withdraw({ row }: { readonly row: RejectionRow }) {
  const { t } = useTranslation(['county', 'desk'])
  const { officeId, hash } = row
  const withdraw = useMutation({ mutationFn: () => tell('POST', 'allowances/withdraw', { officeId, hash }) })
  return (
    <>
      <Popconfirm
        title={t('county:allowance.withdrawAsk')}
        description={t('county:allowance.withdrawMeans')}
        okText={t('county:allowance.withdraw')}
        cancelText={t('desk:common.cancel')}
        onConfirm={() => withdraw.mutate()}
      >
        <Button size="small" loading={withdraw.isPending}>
          {t('county:allowance.withdraw')}
        </Button>
      </Popconfirm>
      <RefusalMessage error={withdraw.error} />
    </>
  )
}

function Given({ row, collects }: { readonly row: RejectionRow; readonly collects: boolean }) {
  const { t } = useTranslation('county')
  const { allowance, mended } = row
  if (allowance === null) return null
  const { by, reason, at, end } = allowance
  return (
    <>
      <p className="sub breakable">{t('allowance.given', { by, reason, time: instantText(at) })}</p>
      {end?.how === 'USED' && <p className="sub">{t('allowance.used', { time: instantText(end.at) })}</p>}
      {end?.how === 'WITHDRAWN' && (
        <p className="sub breakable">
          {t('allowance.withdrawnBy', { by: end.by ?? '', time: instantText(end.at) })}
        </p>
      )}
      {end === null && !mended && <p className="sub">{t('allowance.waits')}</p>}
      {end === null && collects && <Withdraw row={row} />}
    </>
  )
}

/** Under a row with personal data: who let it in and why, and the way to do so or to take it back. */
export function AllowanceCell({ row }: { readonly row: RejectionRow }) {
  const { t } = useTranslation('county')
  const collects = useHasRole('COLLECTOR')
  const [deciding, setDeciding] = useState(false)
  if (row.fault.code !== 'record.personal-data' || row.kind !== 'EDITION') return null
  const open = !row.mended && (row.allowance === null || row.allowance.end?.how === 'WITHDRAWN')
  return (
    <div className="allowance">
      <Given row={row} collects={collects} />
      {open && collects && (
        <Button size="small" onClick={() => setDeciding(true)}>
          {t('allowance.open')}
        </Button>
      )}
      {deciding && <AllowanceDialog row={row} close={() => setDeciding(false)} />}
    </div>
  )
}
