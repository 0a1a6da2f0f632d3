import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { rowName } from '../../../domain/register/naming-column.ts'
import type { ListDetail, ListRowInForce } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ProposalFields, type ProposalHead } from './proposal-fields.tsx'
import { usePropose } from './use-propose.ts'

/** Takes a row off a list: says what that means and asks for the reason first. */
export function RemoveDialog(props: {
  readonly list: ListDetail
  readonly row: ListRowInForce
  readonly close: () => void
}) {
  const { t } = useTranslation('register')
  const { list, row } = props
  const labels = list.columns.map(({ label }) => label)
  const [form] = Form.useForm<ProposalHead>()
  const propose = usePropose(list.id, props.close)
  return (
    <Modal
      open
      title={t('list.removeTitle', { name: rowName(labels, row.texts) })}
      okText={t('list.removeDo')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, loading: propose.isPending }}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <p className="reg-meaning">{t('list.removeMeaning')}</p>
      <Form
        form={form}
        name="remove"
        layout="vertical"
        initialValues={{ reason: '', legalBasis: '', effectiveOn: list.today }}
        onFinish={(head) =>
          propose.mutate({
            ...head,
            changes: [{ kind: 'REMOVED', rowId: row.id, texts: null, base: row.version }],
          })
        }
      >
        <ProposalFields replaces />
      </Form>
      <RefusalMessage error={propose.error} />
    </Modal>
  )
}
