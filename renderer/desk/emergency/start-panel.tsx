import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EMERGENCY_KINDS, type EmergencyKind } from '../../../domain/notice/emergency-template.ts'
import { TOWNSHIP_UNIT_ID } from '../../../domain/office/unit.ts'
import type { EmergencyList } from '../../../server/notice/emergency/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { EMERGENCIES_KEY, EMERGENCY_COUNTS_KEY, openEmergency } from '../api/emergency-api.ts'
import { DUTIES_KEY } from '../duty/duty-keys.ts'
import { officeInstant } from './office-instant.ts'

/** Says what happened and starts the clock. */
export function StartPanel(props: {
  readonly list: EmergencyList
  /** Others run: the kinds take less room. */
  readonly folded: boolean
  readonly opened: (id: string) => void
}) {
  const { t } = useTranslation('emergency')
  const queries = useQueryClient()
  const { list } = props
  const [kind, setKind] = useState<EmergencyKind | null>(null)
  const [wall, setWall] = useState(() => instantText(list.now).replace(' ', 'T'))
  const [touched, setTouched] = useState(false)
  const items = list.items.filter(({ unitId }) => unitId === TOWNSHIP_UNIT_ID)
  const [item, setItem] = useState<string | null>(items[0]?.id ?? null)
  const open = useMutation({
    mutationFn: (chosen: EmergencyKind) =>
      openEmergency({
        kind: chosen,
        event: t(`kinds.${chosen}`),
        unitId: TOWNSHIP_UNIT_ID,
        itemId: item,
        // Untouched: the moment the key is pressed, by the server's clock.
        startedAt: touched && wall !== '' ? officeInstant(wall) : null,
      }),
    onSuccess: (emergency) => {
      props.opened(emergency.id)
      setKind(null)
      setTouched(false)
      void queries.invalidateQueries({ queryKey: EMERGENCIES_KEY })
      void queries.invalidateQueries({ queryKey: EMERGENCY_COUNTS_KEY })
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
    },
  })
  return (
    <section className="card em-start" aria-labelledby="em-start">
      <h2 id="em-start">
        <span className="strong">{t('start.title')}</span>
      </h2>
      <div
        className={props.folded ? 'em-kinds em-kinds-small' : 'em-kinds'}
        role="group"
        aria-label={t('start.kind')}
      >
        {EMERGENCY_KINDS.map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
            {t(`kinds.${one}`)}
          </button>
        ))}
      </div>
      {kind === null ? null : (
        <div className="em-start-line">
          <label>
            <span>{t('start.startedAt')}</span>
            <Input
              type="datetime-local"
              value={wall}
              onChange={(change) => {
                setWall(change.target.value)
                setTouched(true)
              }}
            />
          </label>
          <label className="em-wide">
            <span>{t('start.item')}</span>
            <Select
              value={item ?? ''}
              options={[
                ...items.map(({ id, path }) => ({ value: id, label: path })),
                { value: '', label: t('start.noItem') },
              ]}
              onChange={(value: string) => setItem(value === '' ? null : value)}
            />
          </label>
          <Button danger type="primary" loading={open.isPending} onClick={() => open.mutate(kind)}>
            {t('start.confirm')}
          </Button>
        </div>
      )}
      <RefusalMessage error={open.error} />
      <p className="sub">{t('start.clock')}</p>
    </section>
  )
}
