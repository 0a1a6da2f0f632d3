import { useTranslation } from 'react-i18next'
import { useProgram } from './program.ts'
import type { RoleName } from './session-status.ts'

/** The words of some roles, in the order of the program's list. */
export function RoleWords({ roles }: { readonly roles: readonly RoleName[] }) {
  const { t } = useTranslation(['desk', 'terms'])
  const program = useProgram()
  return (
    <span className="roles">
      {program.roles
        .filter((role) => roles.includes(role))
        .map((role) => t(`terms:role.${role}`))
        .join(t('common.listComma'))}
    </span>
  )
}
