import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RestoreState } from '../../../server/office/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { confirmRestore, getRestoreState } from '../api/restore-api.ts'
import { RESTORE_KEY } from '../query-client.ts'
import { useHasRole } from '../shell/session-context.ts'
import '../../shared/desk/office.css'

// Only the series that is counted in today gives numbers; those of past years are closed. The field is empty on purpose: a
// number that stands there already would be confirmed unread.
function RestoreForm({ series }: Pick<RestoreState, 'series'>) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const confirm = useMutation({
    mutationFn: (typed: { readonly last: readonly number[] }) =>
      confirmRestore(
        series.map((one, index) => ({ series: one.series, last: typed.last[index] ?? one.last })),
      ),
    onSuccess: (state) => {
      queries.setQueryData(RESTORE_KEY, state)
      void message.success(t('restore.done'))
    },
  })
  return (
    <Form name="restore" layout="vertical" onFinish={(typed) => confirm.mutate(typed)}>
      <div className="fields">
        {series.map((one, index) => (
          <Form.Item
            key={one.series}
            name={['last', index]}
            label={t('restore.last', { series: one.series })}
            extra={t('restore.known', { last: one.last })}
            rules={[{ required: true, message: t('office.required') }]}
          >
            <InputNumber min={one.last} max={1_000_000} precision={0} />
          </Form.Item>
        ))}
      </div>
      <RefusalMessage error={confirm.error} />
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {t('restore.confirm')}
      </Button>
    </Form>
  )
}

/** Says that the board was restored and is closed to the public; the administrator confirms here. Nothing otherwise. */
export function RestoreBanner() {
  const { t } = useTranslation('desk')
  const mayConfirm = useHasRole('ADMINISTRATOR')
  const state = useQuery({ queryKey: RESTORE_KEY, queryFn: getRestoreState, staleTime: 60_000 })
  if (state.data === undefined || state.data.restoredAt === null) return null
  return (
    <section className="card restore-banner" role="alert">
      <h2>{t('restore.title')}</h2>
      <div className="card-body">
        <p>{t('restore.why')}</p>
        <p>{mayConfirm ? t('restore.steps') : t('restore.others')}</p>
        {mayConfirm && <RestoreForm series={state.data.series.filter((one) => one.current)} />}
      </div>
    </section>
  )
}
