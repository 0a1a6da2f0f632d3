import { Checkbox } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoleName } from '../session/session-status.ts'

type Props<R extends RoleName> = {
  readonly roles: readonly R[]
  readonly what: (role: R) => string
  readonly value?: readonly R[]
  readonly onChange?: (roles: readonly R[]) => void
  /** A role this person keeps: the first administrator's. */
  readonly fixed?: R
}

/** Roles to tick, each with one sentence on what it may do. */
export function RoleBoxes<R extends RoleName>({ roles, what, value = [], onChange, fixed }: Props<R>) {
  const { t } = useTranslation(['desk', 'terms'])
  const id = useId()
  const word = (role: RoleName) => t(`terms:role.${role}`)
  const toggle = (role: R, on: boolean) => {
    onChange?.(roles.filter((one) => (one === role ? on : value.includes(one))))
  }
  return (
    <div className="role-boxes" role="group" aria-label={t('office.roles')}>
      {roles.map((role) => (
        <div key={role} className="role-box">
          <Checkbox
            id={`${id}-${role}`}
            checked={value.includes(role)}
            disabled={role === fixed}
            aria-describedby={`${id}-${role}-what`}
            onChange={(event) => toggle(role, event.target.checked)}
          >
            {word(role)}
          </Checkbox>
          <span id={`${id}-${role}-what`} className="sub">
            {what(role)}
          </span>
        </div>
      ))}
    </div>
  )
}
