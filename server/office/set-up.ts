import { exampleIndexNumber, parseIndexTemplate } from '../../domain/notice/index-number.ts'
import type { Office } from '../../domain/office/office.ts'
import { checkPassword } from '../../domain/office/password.ts'
import { checkRegionCode } from '../../domain/office/region-code.ts'
import type { Role } from '../../domain/office/role.ts'
import { checkUscc } from '../../domain/office/uscc.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { SetupRequest } from './views.ts'

/**
 * Checks the facts of an office and gives them in their tidy form. Refuses `office.uscc-invalid`,
 * `office.region-code-invalid`, `office.index-template-invalid` and `office.index-template-without-serial`.
 * @example checkOffice(office)
 */
export function checkOffice(office: Office): Result<Office> {
  const uscc = checkUscc(office.uscc)
  if (!uscc.ok) return uscc
  const regionCode = checkRegionCode(office.regionCode)
  if (!regionCode.ok) return regionCode
  const template = parseIndexTemplate(office.indexTemplate)
  if (!template.ok) return template
  return accept({
    name: office.name.trim(),
    uscc: uscc.value,
    regionCode: regionCode.value,
    telephone: office.telephone.trim(),
    address: office.address.trim(),
    openingHours: office.openingHours.trim(),
    indexTemplate: template.value.text,
  })
}

/**
 * Shows what a template makes, under the field where it is typed.
 * @example previewIndexTemplate(deps, { template: '{uscc}/{yyyy}-{seq:5}', uscc, regionCode })
 */
export function previewIndexTemplate(
  deps: Pick<Deps, 'clock'>,
  input: { readonly template: string; readonly uscc: string; readonly regionCode: string },
): Result<{ readonly example: string }> {
  const template = parseIndexTemplate(input.template)
  if (!template.ok) return template
  return accept({
    example: exampleIndexNumber(template.value, {
      uscc: input.uscc,
      regionCode: input.regionCode,
      classCode: '',
      date: civilDateOf(deps.clock.now()),
    }),
  })
}

/**
 * First run: writes the office and its first administrator in one transaction. Refuses `office.already-set-up`.
 * @example await setUp(deps, { office, administrator: { name: '陈静', password: '…', roles: [] } })
 */
export async function setUp(deps: Deps, request: SetupRequest): Promise<Result<Principal>> {
  const office = checkOffice(request.office)
  if (!office.ok) return office
  const password = checkPassword(request.administrator.password)
  if (!password.ok) return password
  const passwordHash = await deps.passwords.hash(password.value)
  const roles: Role[] = [...new Set<Role>(['ADMINISTRATOR', ...request.administrator.roles])]
  const name = request.administrator.name.trim()
  return deps.store.tx((write, read): Result<Principal> => {
    if (read.office.office()) return refuse('office.already-set-up')
    const now = deps.clock.now()
    const principal: Principal = { id: deps.ids.next(), name, roles }
    const instanceId = deps.ids.next()
    // Made here, where only one can pass: two makers at once would each keep another key.
    deps.fingerprintKey()
    write.office.insertInstance({ id: instanceId, createdAt: now })
    write.office.saveOffice(office.value, now)
    write.office.insertAccount({
      id: principal.id,
      name,
      roles,
      passwordHash,
      disabled: false,
      createdAt: now,
    })
    record(deps, write, principal, 'office.set-up', { kind: 'office', id: office.value.uscc }, { instanceId })
    return accept(principal)
  })
}

/**
 * Changes the facts of the office. Needs ADMINISTRATOR.
 * @example updateOffice(deps, principal, office)
 */
export function updateOffice(deps: Deps, principal: Principal, input: Office): Result<Office> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const office = checkOffice(input)
  if (!office.ok) return office
  return deps.store.tx((write, read): Result<Office> => {
    const before = read.office.office()
    if (!before) return refuse('office.not-set-up')
    write.office.saveOffice(office.value, deps.clock.now())
    const changed = (Object.keys(office.value) as (keyof Office)[]).filter(
      (key) => before[key] !== office.value[key],
    )
    record(
      deps,
      write,
      principal,
      'office.update',
      { kind: 'office', id: office.value.uscc },
      {
        fields: changed.join(','),
      },
    )
    return accept(office.value)
  })
}
