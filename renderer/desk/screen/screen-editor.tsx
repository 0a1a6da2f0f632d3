import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, ConfigProvider } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screen, ScreenDefinition } from '../../../domain/signage/screen.ts'
import type { ScreenView } from '../../../server/signage/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addScreen, changeScreen, SCREENS_KEY } from '../api/screen-api.ts'
import { navigate } from '../../shared/desk/route.ts'
import { useLeaveGuard } from '../template/use-leave-guard.tsx'
import { AddressCard } from './address-card.tsx'
import { BasicFields } from './basic-fields.tsx'
import { EndButton } from './end-button.tsx'
import { GeometryFields } from './geometry-fields.tsx'
import { LayoutFields } from './layout-fields.tsx'
import { SubscriptionsFields } from './subscriptions-fields.tsx'
import { WindowFields } from './window-fields.tsx'

/** What every group of fields is given. */
export type FieldsProps = {
  readonly definition: ScreenDefinition
  readonly change: (change: Partial<ScreenDefinition>) => void
}

function definitionOf(screen: ScreenDefinition & Partial<Pick<Screen, 'id'>>): ScreenDefinition {
  const { id: _, ...definition } = screen
  return definition
}

/** The fields of a screen; `saved` is null for one that is being registered. */
export function ScreenEditor(props: {
  readonly start: ScreenDefinition
  readonly saved: ScreenView | null
  readonly mayChange: boolean
  readonly addresses: readonly string[]
}) {
  const { t } = useTranslation('screen')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [start] = useState(() => definitionOf(props.start))
  const [definition, setDefinition] = useState(start)
  const { saved } = props
  const save = useMutation({
    mutationFn: () =>
      saved === null ? addScreen(definition) : changeScreen(saved.screen.id, saved.version, definition),
    onSuccess: async (view) => {
      void message.success(t('save.done', { number: view.version }))
      await queries.invalidateQueries({ queryKey: SCREENS_KEY })
      if (saved === null) navigate(`/screens/${encodeURIComponent(view.screen.id)}`)
    },
  })
  const unsaved = saved === null ? !save.isSuccess : JSON.stringify(definition) !== JSON.stringify(start)
  useLeaveGuard(props.mayChange && unsaved && !save.isSuccess)
  const fields = {
    definition,
    change: (change: Partial<ScreenDefinition>) => setDefinition((before) => ({ ...before, ...change })),
  }
  return (
    <div className="sc-editor">
      <ConfigProvider componentDisabled={!props.mayChange}>
        {saved === null ? null : <AddressCard number={saved.number} addresses={props.addresses} />}
        <BasicFields {...fields} />
        <GeometryFields {...fields} />
        <LayoutFields {...fields} />
        <section className="card" aria-labelledby="sc-hours">
          <h2 id="sc-hours">{t('hours.title')}</h2>
          <div className="card-body">
            <p className="sub sc-first">{t('hours.meaning')}</p>
            <WindowFields
              windows={definition.openingHours}
              none={t('hours.none')}
              change={(openingHours) => fields.change({ openingHours })}
            />
          </div>
        </section>
        <SubscriptionsFields {...fields} />
      </ConfigProvider>
      {props.mayChange ? (
        <div className="sc-save">
          <RefusalMessage error={save.error} />
          <div className="row">
            <Button
              type="primary"
              disabled={!unsaved || definition.name.trim() === ''}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {saved === null ? t('save.add') : t('save.change')}
            </Button>
            {saved !== null && unsaved ? (
              <Button onClick={() => setDefinition(start)}>{t('save.discard')}</Button>
            ) : null}
            {definition.name.trim() === '' ? <span className="sub">{t('save.nameNeeded')}</span> : null}
            {saved === null || unsaved ? null : <EndButton id={saved.screen.id} name={saved.screen.name} />}
          </div>
        </div>
      ) : (
        <p className="sub">{t('save.readOnly')}</p>
      )}
    </div>
  )
}
