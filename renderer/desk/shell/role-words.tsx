import { useTranslation } from 'react-i18next'
import type { Role } from '../../../domain/office/role.ts'

/** The words of some roles, in the order of the list. */
export function RoleWords({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <span className="roles">{roles.map((role) => t(`terms:role.${role}`)).join(t('common.listComma'))}</span>
  )
}
