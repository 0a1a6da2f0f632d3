import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TOWNSHIP_UNIT_ID } from '../../../domain/office/unit.ts'
import type { DutyFooting } from '../../../server/duty/views.ts'
import { SearchedSelect } from '../../shared/desk/searched-select.tsx'
import { useSearched } from '../../shared/desk/use-searched.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { recordDutyEvent } from '../api/duty-api.ts'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import { findCatalogueItems, type CatalogueChoice } from '../notice/notice-api.ts'
import { DUTIES_KEY } from './duty-keys.ts'
import { EMERGENCY_RULES, eventRequest, itemPath, needsTime, startsByEvent } from './event-request.ts'

type Props = { readonly footing: DutyFooting; readonly close: () => void }

/** Something happened that starts duties: a batch, an approval, a thing that was formed or changed, an emergency. */
export function EventDialog({ footing, close }: Props) {
  const { t } = useTranslation(['duty', 'desk', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits }).data ?? []
  const [emergency, setEmergency] = useState(false)
  const [unit, setUnit] = useState(TOWNSHIP_UNIT_ID)
  const [item, setItem] = useState<CatalogueChoice | null>(null)
  const [event, setEvent] = useState('')
  const [day, setDay] = useState(footing.today)
  const [time, setTime] = useState('')
  const searched = useSearched(['catalogue-items', unit], (words, signal) =>
    findCatalogueItems(words, unit, signal),
  )
  const choices = searched.rows.filter((one) => emergency || startsByEvent(one.deadlineRule))
  const timed = emergency || needsTime(item?.deadlineRule ?? null)
  const record = useMutation({
    mutationFn: (chosen: CatalogueChoice) =>
      recordDutyEvent(
        eventRequest({
          unitId: unit,
          itemId: chosen.id,
          event: event.trim(),
          day,
          time: timed ? time : '',
          ruleIds: emergency ? EMERGENCY_RULES : [],
        }),
      ),
    onSuccess: (rows) => {
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
      void message.success(t('duty:event.recorded', { count: rows.length }))
      close()
    },
  })
  const ready = item !== null && event.trim() !== '' && day !== '' && (!timed || time !== '')
  return (
    <Modal
      open
      width={560}
      title={t('duty:event.title')}
      okText={t('duty:event.confirm')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{ disabled: !ready, loading: record.isPending }}
      onOk={() => {
        if (item !== null) record.mutate(item)
      }}
      onCancel={close}
    >
      <p className="dt-meaning">{t('duty:event.meaning')}</p>
      <fieldset className="dt-fieldset">
        <legend className="dt-label">{t('duty:event.kind')}</legend>
        <Radio.Group
          value={emergency}
          options={[
            { value: false, label: t('duty:event.plain') },
            { value: true, label: t('duty:event.emergency') },
          ]}
          onChange={(change) => {
            setEmergency(change.target.value === true)
            setItem(null)
          }}
        />
        {emergency && <p className="dt-meaning">{t('duty:event.emergencyMeaning')}</p>}
      </fieldset>
      {units.length > 1 && (
        <>
          <label className="dt-label" htmlFor="event-unit">
            {t('duty:event.unit')}
          </label>
          <Select
            id="event-unit"
            className="dt-wide"
            value={unit}
            showSearch={{ optionFilterProp: 'label' }}
            options={units.filter((one) => !one.disabled).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(one: string) => {
              setUnit(one)
              // The items of one unit are not those of another.
              setItem(null)
            }}
          />
        </>
      )}
      <label className="dt-label" htmlFor="event-item">
        {t('duty:event.item')}
      </label>
      <SearchedSelect
        id="event-item"
        searched={searched}
        value={item?.id ?? null}
        placeholder={t('duty:event.itemHint')}
        nothing={t('duty:event.noItem')}
        options={choices.map((one) => ({
          value: one.id,
          label: t('duty:event.itemOf', { item: itemPath(one), catalogue: one.catalogueName }),
          item: one,
        }))}
        choose={(option) => setItem(option?.item ?? null)}
      />
      {item !== null && item.deadlineText !== '' && (
        <p className="dt-meaning">{t('duty:event.deadline', { text: item.deadlineText })}</p>
      )}
      <label className="dt-label" htmlFor="event-what">
        {t('duty:event.what')}
      </label>
      <Input
        id="event-what"
        value={event}
        maxLength={100}
        placeholder={emergency ? t('duty:event.emergencyExample') : t('duty:event.example')}
        onChange={(change) => setEvent(change.target.value)}
      />
      <div className="dt-when">
        <div>
          <label className="dt-label" htmlFor="event-day">
            {t('duty:event.day')}
          </label>
          <Input id="event-day" type="date" value={day} onChange={(change) => setDay(change.target.value)} />
        </div>
        {timed && (
          <div>
            <label className="dt-label" htmlFor="event-time">
              {t('duty:event.time')}
            </label>
            <Input
              id="event-time"
              type="time"
              value={time}
              onChange={(change) => setTime(change.target.value)}
            />
          </div>
        )}
      </div>
      <RefusalMessage error={record.error ?? searched.error} />
    </Modal>
  )
}
