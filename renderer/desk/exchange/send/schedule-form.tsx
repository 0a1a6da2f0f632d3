import { useMutation } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NetworkScheduleView, NetworkView } from '../../../../server/exchange/network/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { setNetworkSchedule } from '../../api/exchange-network-api.ts'

const HOURS = [0, 1, 4, 12, 24, 168] as const

/** When the program sends by itself. */
export function ScheduleForm(props: {
  readonly schedule: NetworkScheduleView
  readonly keep: (view: NetworkView) => void
}) {
  const { t } = useTranslation('exchange')
  const { schedule } = props
  const save = useMutation({ mutationFn: setNetworkSchedule, onSuccess: props.keep })
  const set = (change: Partial<NetworkScheduleView>) => save.mutate({ ...schedule, ...change })
  const hours = HOURS.some((one) => one === schedule.everyHours) ? HOURS : [...HOURS, schedule.everyHours]
  return (
    <fieldset className="ex-schedule" disabled={save.isPending}>
      <legend className="hidden-text">{t('schedule.title')}</legend>
      <Checkbox checked={schedule.enabled} onChange={(event) => set({ enabled: event.target.checked })}>
        {t('schedule.enabled')}
      </Checkbox>
      {schedule.enabled && (
        <>
          <Checkbox
            checked={schedule.afterPublishing}
            onChange={(event) => set({ afterPublishing: event.target.checked })}
          >
            {t('schedule.afterPublishing')}
          </Checkbox>
          <Select
            aria-label={t('schedule.every')}
            value={schedule.everyHours}
            popupMatchSelectWidth={false}
            options={hours.map((value) => ({
              value,
              label: value === 0 ? t('schedule.never') : t('schedule.hours', { count: value }),
            }))}
            onChange={(everyHours) => set({ everyHours })}
          />
        </>
      )}
      <RefusalMessage error={save.error} />
    </fieldset>
  )
}
