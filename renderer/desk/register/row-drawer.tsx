import { Button, Drawer, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListDetail, ListRowInForce } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ProposalFields, type ProposalHead } from './proposal-fields.tsx'
import { usePropose } from './use-propose.ts'

type Typed = ProposalHead & { readonly texts: readonly (string | undefined)[] }

function RowForm(props: {
  readonly list: ListDetail
  readonly row: ListRowInForce | null
  readonly done: () => void
}) {
  const { t } = useTranslation('register')
  const { list, row } = props
  const propose = usePropose(list.id, props.done)
  return (
    <Form
      name="row"
      layout="vertical"
      initialValues={{
        texts: list.columns.map((_, index) => row?.texts[index] ?? ''),
        reason: '',
        legalBasis: '',
        effectiveOn: list.today,
      }}
      scrollToFirstError={{ focus: true }}
      onFinish={({ texts, ...head }: Typed) => {
        const cells = texts.map((text) => text ?? '')
        propose.mutate({
          ...head,
          changes: [
            row === null
              ? { kind: 'ADDED', rowId: null, texts: cells, base: null }
              : { kind: 'CHANGED', rowId: row.id, texts: cells, base: row.version },
          ],
        })
      }}
    >
      {list.columns.map((column, index) => (
        <Form.Item key={column.id} name={['texts', index]} label={column.label}>
          <Input.TextArea rows={1} className="grow" maxLength={5000} />
        </Form.Item>
      ))}
      <hr className="reg-line" />
      <ProposalFields replaces={row !== null} />
      <RefusalMessage error={propose.error} />
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('change.submit')}
      </Button>
      <p className="sub reg-after">{t('change.submitHint')}</p>
    </Form>
  )
}

/** A new row, or the texts of one, with the reason for the change. */
export function RowDrawer(props: {
  readonly list: ListDetail
  readonly open: boolean
  readonly row: ListRowInForce | null
  readonly close: () => void
}) {
  const { t } = useTranslation('register')
  return (
    <Drawer
      open={props.open}
      title={t(props.row === null ? 'list.addRow' : 'list.editRow')}
      size={640}
      destroyOnHidden
      onClose={props.close}
    >
      <RowForm key={props.row?.id ?? 'new'} list={props.list} row={props.row} done={props.close} />
    </Drawer>
  )
}
