import { Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import {
  type CatalogueItem,
  type CatalogueRow,
  DISCLOSURE_SCOPES,
} from '../../../../domain/catalogue/catalogue-item.ts'
import { CHANNELS, LEVELS } from '../../../../domain/catalogue/channel.ts'

// A column's heading may hold any sign, also the dot that a form takes for a path; so extras are a list here.
type Typed = Omit<CatalogueRow, 'extra'> & { readonly extra: readonly string[] }

/** Only what differs from the row as it was. */
export function changedFields(item: CatalogueItem, typed: Typed): Partial<CatalogueRow> {
  const extra = Object.fromEntries(
    Object.keys(item.extra).map((name, index) => [name, typed.extra[index] ?? '']),
  )
  const next: CatalogueRow = { ...typed, extra }
  const changed = (Object.keys(next) as (keyof CatalogueRow)[]).filter(
    (name) => JSON.stringify(next[name]) !== JSON.stringify(item[name]),
  )
  return Object.fromEntries(changed.map((name) => [name, next[name]]))
}

type Props = {
  readonly id: string
  readonly item: CatalogueItem
  readonly fixed: boolean
  readonly send: (typed: Typed) => void
  /** Hears the deadline text as it is typed, so that its reading can follow. */
  readonly typedDeadline: (text: string) => void
}

/** Every cell of a row as a field. */
export function ItemForm({ id, item, fixed, send, typedDeadline }: Props) {
  const { t: words } = useTranslation(['catalogue', 'terms'])
  const { t } = useTranslation('desk')
  const names = Object.keys(item.extra)
  const area = (
    name:
      | 'itemLevel1'
      | 'itemLevel2'
      | 'itemLevel3'
      | 'contentElements'
      | 'legalBasis'
      | 'deadlineText'
      | 'publishingUnit',
  ) => (
    <Form.Item name={name} label={t(`catalogue.column.${name}`)}>
      <Input.TextArea rows={1} className="grow" />
    </Form.Item>
  )
  const tags = (name: 'channels' | 'levels', choices: readonly string[]) => (
    <Form.Item name={name} label={t(`catalogue.column.${name}`)}>
      <Select mode="tags" options={choices.map((value) => ({ value, label: value }))} />
    </Form.Item>
  )
  return (
    <Form
      id={id}
      name="item"
      layout="vertical"
      disabled={fixed}
      initialValues={{ ...item, extra: Object.values(item.extra) }}
      onFinish={send}
      onValuesChange={({ deadlineText }: Partial<Typed>) => {
        if (deadlineText !== undefined) typedDeadline(deadlineText)
      }}
    >
      <div className="item-levels">
        {area('itemLevel1')}
        {area('itemLevel2')}
        {area('itemLevel3')}
        <Form.Item name="serial" label={t('catalogue.column.serial')}>
          <Input />
        </Form.Item>
      </div>
      {area('contentElements')}
      {area('legalBasis')}
      {area('deadlineText')}
      {area('publishingUnit')}
      {tags('channels', CHANNELS)}
      {tags('levels', LEVELS)}
      <Form.Item name="audience" label={t('catalogue.column.audience')}>
        <Radio.Group
          options={(['ALL', 'SPECIFIC_GROUP', 'UNSTATED'] as const).map((value) => ({
            value,
            label: t(`catalogue.audience.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="audienceNote" label={t('catalogue.column.audienceNote')}>
        <Input />
      </Form.Item>
      <Form.Item
        name="disclosureScope"
        label={words('catalogue:scope.label')}
        extra={words('catalogue:scope.NAMED_PERSONS')}
      >
        <Radio.Group
          options={DISCLOSURE_SCOPES.map((value) => ({
            value,
            label: words(`terms:disclosureScope.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="disclosureMode" label={t('catalogue.column.disclosureMode')}>
        <Radio.Group
          options={(['PROACTIVE', 'ON_REQUEST', 'UNSTATED'] as const).map((value) => ({
            value,
            label: t(`catalogue.mode.${value}`),
          }))}
        />
      </Form.Item>
      {names.map((name, index) => (
        <Form.Item key={name} name={['extra', index]} label={name}>
          <Input.TextArea rows={1} className="grow" />
        </Form.Item>
      ))}
    </Form>
  )
}
