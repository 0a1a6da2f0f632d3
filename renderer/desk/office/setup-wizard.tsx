import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../../domain/office/office.ts'
import { ROLES, type Role } from '../../../domain/office/role.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { setUp } from '../api/office-api.ts'
import { STATUS_KEY } from '../../shared/desk/session/session-status.ts'
import { LanguageSwitch } from '../../shared/desk/language-switch.tsx'
import { BLANK_OFFICE, OfficeFields, tidyOffice } from './office-fields.tsx'
import '../../shared/desk/office.css'
import { PasswordFields } from '../../shared/desk/password-fields.tsx'
import { RoleBoxes } from '../../shared/desk/people/role-boxes.tsx'

type Administrator = { readonly name: string; readonly password: string; readonly roles: readonly Role[] }

/** The first start: who the office is, then who looks after this desk. */
export function SetupWizard() {
  const { t } = useTranslation(['desk', 'terms'])
  const queries = useQueryClient()
  const [office, setOffice] = useState<Office>(BLANK_OFFICE)
  const [step, setStep] = useState<1 | 2>(1)
  const [officeForm] = Form.useForm<Office>()
  const [administratorForm] = Form.useForm<Administrator>()
  const found = useMutation({
    mutationFn: setUp,
    onSuccess: (status) => queries.setQueryData(STATUS_KEY, status),
  })
  const finish = ({ name, password, roles }: Administrator) => {
    found.mutate({ office, administrator: { name: name.trim(), password, roles } })
  }
  return (
    <div className="wizard">
      <header className="wizard-head">
        <p className="product-name">{t('terms:product')}</p>
        <LanguageSwitch />
      </header>
      <main>
        <ol className="steps">
          <li {...(step === 1 ? { 'aria-current': 'step' as const } : {})}>{t('setup.stepOffice')}</li>
          <li {...(step === 2 ? { 'aria-current': 'step' as const } : {})}>{t('setup.stepAdministrator')}</li>
        </ol>
        {/* Both steps stay mounted, so that going back finds everything as it was typed. */}
        <section className="card wizard-card" hidden={step !== 1}>
          <h1>{t('setup.officeTitle')}</h1>
          <p className="sub">{t('setup.officeWhy')}</p>
          <Form
            form={officeForm}
            name="office"
            layout="vertical"
            initialValues={BLANK_OFFICE}
            scrollToFirstError={{ focus: true }}
            onFinish={(typed: Office) => {
              setOffice(tidyOffice(typed))
              setStep(2)
            }}
          >
            <OfficeFields />
            <div className="row">
              <Button type="primary" htmlType="submit" size="large">
                {t('setup.next')}
              </Button>
            </div>
          </Form>
        </section>
        <section className="card wizard-card" hidden={step !== 2}>
          <h1>{t('setup.administratorTitle')}</h1>
          <p className="sub">{t('setup.administratorWhy')}</p>
          <Form
            form={administratorForm}
            name="administrator"
            layout="vertical"
            initialValues={{ roles: ['ADMINISTRATOR'] }}
            scrollToFirstError={{ focus: true }}
            onFinish={finish}
          >
            <div className="fields">
              <Form.Item
                name="name"
                label={t('office.personName')}
                rules={[{ required: true, whitespace: true, message: t('office.required') }]}
                className="wide"
              >
                <Input maxLength={20} autoComplete="off" className="half" />
              </Form.Item>
              <PasswordFields />
              <Form.Item name="roles" label={t('setup.otherRoles')} className="wide">
                <RoleBoxes
                  roles={ROLES}
                  what={(role) => t(`office.roleWhat.${role}`)}
                  fixed="ADMINISTRATOR"
                />
              </Form.Item>
            </div>
            <RefusalMessage error={found.error} />
            <div className="row">
              <Button type="primary" htmlType="submit" size="large" loading={found.isPending}>
                {t('setup.finish')}
              </Button>
              <Button size="large" onClick={() => setStep(1)} disabled={found.isPending}>
                {t('setup.back')}
              </Button>
            </div>
          </Form>
        </section>
      </main>
    </div>
  )
}
