import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../../domain/office/office.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { saveOffice } from '../api/office-api.ts'
import { STATUS_KEY } from '../../shared/desk/session/session-status.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { ScriptOrderCard } from '../language/script-order-card.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { CodeAddressCard } from './code-address-card.tsx'
import { OfficeFields, tidyOffice } from './office-fields.tsx'
import '../../shared/desk/office.css'
import { ThisMachine } from './this-machine.tsx'

/** The office's particulars, and where its data lies on this PC. */
export function SettingsPage() {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { office } = useOpenDesk()
  const mayChange = useHasRole('ADMINISTRATOR')
  const [form] = Form.useForm<Office>()
  const save = useMutation({
    mutationFn: (typed: Office) => saveOffice(tidyOffice(typed)),
    onSuccess: async (saved) => {
      form.setFieldsValue(saved)
      await queries.invalidateQueries({ queryKey: STATUS_KEY })
      void message.success(t('settings.saved'))
    },
  })
  return (
    <>
      <PageHead title={t('settings.title')} sub={mayChange ? t('settings.sub') : t('settings.readOnly')} />
      <section className="card">
        <h2>{t('settings.office')}</h2>
        <Form
          form={form}
          name="settings"
          layout="vertical"
          className="card-body"
          initialValues={office}
          disabled={!mayChange}
          scrollToFirstError={{ focus: true }}
          onFinish={(typed) => save.mutate(typed)}
        >
          <OfficeFields fixed={!mayChange} />
          <RefusalMessage error={save.error} />
          {mayChange && (
            <div className="row">
              <Button type="primary" htmlType="submit" loading={save.isPending}>
                {t('settings.save')}
              </Button>
            </div>
          )}
        </Form>
      </section>
      <ScriptOrderCard />
      <CodeAddressCard />
      <ThisMachine />
    </>
  )
}
