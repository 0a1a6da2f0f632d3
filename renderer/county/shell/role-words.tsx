import { useTranslation } from 'react-i18next'
import type { CountyRole } from '../../../county/account/role.ts'

/** The words of some roles. */
export function RoleWords({ roles }: { readonly roles: readonly CountyRole[] }) {
  const { t } = useTranslation(['desk', 'terms'])
  return (
    <span className="roles">{roles.map((role) => t(`terms:role.${role}`)).join(t('common.listComma'))}</span>
  )
}
