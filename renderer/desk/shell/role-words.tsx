import { useTranslation } from 'react-i18next'
import { ROLES, type Role } from '../../../domain/office/role.ts'

/** The words of some roles, in the order of the list. */
export function RoleWords({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <span className="roles">
      {ROLES.filter((role) => roles.includes(role))
        .map((role) => t(`terms:role.${role}`))
        .join(t('common.listComma'))}
    </span>
  )
}
