import { Button, Drawer, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { UNIT_KINDS } from '../../../domain/office/unit.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addUnit, changeUnit, type SubordinateKind } from '../api/unit-api.ts'
import { UnitBoards } from './unit-boards.tsx'
import { UnitDisable } from './unit-disable.tsx'
import { useUnitChange } from './use-unit-change.ts'

function NewUnit({ close }: { readonly close: () => void }) {
  const { t } = useTranslation(['desk', 'terms'])
  const add = useUnitChange(addUnit, (unit) => t('units.added', { name: unit.name }))
  return (
    <Form
      name="new-unit"
      layout="vertical"
      initialValues={{ kind: 'VILLAGE' }}
      onFinish={(typed: { name: string; kind: SubordinateKind }) => add.mutate(typed, { onSuccess: close })}
    >
      <Form.Item
        name="name"
        label={t('units.name')}
        rules={[{ required: true, whitespace: true, message: t('units.required') }]}
      >
        <Input maxLength={60} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('units.kind')}>
        <Select
          options={UNIT_KINDS.filter((kind) => kind !== 'TOWNSHIP').map((kind) => ({
            value: kind,
            label: t(`terms:unitKind.${kind}`),
          }))}
        />
      </Form.Item>
      <RefusalMessage error={add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('units.addDo')}
      </Button>
    </Form>
  )
}

function Rename({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation('desk')
  const rename = useUnitChange(
    (name: string) => changeUnit(unit.id, { name }),
    (saved) => t('units.renamed', { name: saved.name }),
  )
  return (
    <section className="drawer-part">
      <h2>{t('units.rename')}</h2>
      <Form
        name="rename-unit"
        layout="vertical"
        initialValues={{ name: unit.name }}
        onFinish={({ name }: { name: string }) => rename.mutate(name)}
      >
        <Form.Item
          name="name"
          label={t('units.name')}
          rules={[{ required: true, whitespace: true, message: t('units.required') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <RefusalMessage error={rename.error} />
        <Button htmlType="submit" loading={rename.isPending}>
          {t('units.rename')}
        </Button>
      </Form>
    </section>
  )
}

type Props = { readonly unit: UnitView | 'NEW' | null; readonly close: () => void }

/** Adds a unit, or changes one with its boards: each part saved by itself. */
export function UnitDrawer({ unit, close }: Props) {
  const { t } = useTranslation('desk')
  const shown = unit === 'NEW' || unit === null ? null : unit
  return (
    <Drawer
      open={unit !== null}
      onClose={close}
      size={560}
      // A new unit's first field takes it.
      autoFocus={unit !== 'NEW'}
      destroyOnHidden
      title={shown === null ? t('units.add') : shown.name}
    >
      {unit === 'NEW' && <NewUnit close={close} />}
      {shown !== null && (
        <>
          {shown.kind !== 'TOWNSHIP' && <Rename unit={shown} />}
          <UnitBoards unit={shown} />
          {shown.kind !== 'TOWNSHIP' && <UnitDisable unit={shown} />}
        </>
      )}
    </Drawer>
  )
}
