import { Button, Drawer, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListDetail } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ProposalFields, type ProposalHead } from './proposal-fields.tsx'
import { usePropose } from './use-propose.ts'

type Typed = ProposalHead & {
  readonly name: string
  readonly labels: readonly string[]
  readonly more?: string
}

function HeadForm({ list, done }: { readonly list: ListDetail; readonly done: () => void }) {
  const { t } = useTranslation('register')
  const propose = usePropose(list.id, done)
  return (
    <Form
      name="head"
      layout="vertical"
      initialValues={{
        name: list.name,
        labels: list.columns.map(({ label }) => label),
        more: '',
        reason: '',
        legalBasis: '',
        effectiveOn: list.today,
      }}
      scrollToFirstError={{ focus: true }}
      onFinish={({ name, labels, more = '', ...head }: Typed) => {
        const kept = list.columns.flatMap(({ id }, index) => {
          const label = (labels[index] ?? '').trim()
          return label === '' ? [] : [{ id, label }]
        })
        const added = more
          .split('\n')
          .filter((label) => label.trim() !== '')
          .map((label) => ({ id: null, label }))
        propose.mutate({ ...head, name, columns: [...kept, ...added] })
      }}
    >
      <Form.Item
        name="name"
        label={t('lists.name')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <fieldset className="reg-columns-edit">
        <legend>{t('list.columnNames')}</legend>
        <p className="sub">{t('list.columnNamesHint')}</p>
        {list.columns.map((column, index) => (
          <Form.Item key={column.id} name={['labels', index]}>
            <Input maxLength={100} aria-label={t('list.columnName', { number: index + 1 })} />
          </Form.Item>
        ))}
      </fieldset>
      <Form.Item name="more" label={t('list.moreColumns')} extra={t('lists.columnsHint')}>
        <Input.TextArea rows={1} className="grow" />
      </Form.Item>
      <hr className="reg-line" />
      <ProposalFields replaces />
      <RefusalMessage error={propose.error} />
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('change.submit')}
      </Button>
      <p className="sub reg-after">{t('change.submitHint')}</p>
    </Form>
  )
}

/** Name and headings of a list; a heading left empty takes its column away. */
export function HeadDrawer(props: {
  readonly list: ListDetail
  readonly open: boolean
  readonly close: () => void
}) {
  const { t } = useTranslation('register')
  return (
    <Drawer open={props.open} title={t('list.changeHead')} size={640} destroyOnHidden onClose={props.close}>
      <HeadForm list={props.list} done={props.close} />
    </Drawer>
  )
}
