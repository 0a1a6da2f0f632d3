import { Checkbox } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '../../../domain/office/role.ts'

type Props = {
  readonly value?: readonly Role[]
  readonly onChange?: (roles: readonly Role[]) => void
  /** A role this person keeps: the first administrator's. */
  readonly fixed?: Role
}

/** Roles to tick, each with one sentence on what it may do. */
export function RoleBoxes({ value = [], onChange, fixed }: Props) {
  const { t } = useTranslation(['desk', 'terms'])
  const id = useId()
  const toggle = (role: Role, on: boolean) => {
    onChange?.(ROLES.filter((one) => (one === role ? on : value.includes(one))))
  }
  return (
    <div className="role-boxes" role="group" aria-label={t('office.roles')}>
      {ROLES.map((role) => (
        <div key={role} className="role-box">
          <Checkbox
            id={`${id}-${role}`}
            checked={value.includes(role)}
            disabled={role === fixed}
            aria-describedby={`${id}-${role}-what`}
            onChange={(event) => toggle(role, event.target.checked)}
          >
            {t(`terms:role.${role}`)}
          </Checkbox>
          <span id={`${id}-${role}-what`} className="sub">
            {t(`office.roleWhat.${role}`)}
          </span>
        </div>
      ))}
    </div>
  )
}
