import type { StoredScreen } from '../../db/repos/screen-repo.ts'
import type { Reads } from '../../db/store.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { checkScreen } from '../../domain/signage/check-screen.ts'
import type { ScreenColumn, ScreenDefinition } from '../../domain/signage/screen.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { columnNames } from './column-name.ts'
import type { ScreensView, ScreenView } from './views.ts'

/** Screens in use at once; a township has a handful, and every one of them asks the office's computer. */
const MOST_SCREENS = 60
const MOST_REASON = 200

function toView(read: Reads, { screen, version, by, at }: StoredScreen): ScreenView {
  return {
    ...{ screen, version, by, at },
    unitName: read.unit.byId(screen.unitId)?.name ?? '',
    number: read.screen.numberOf(screen.id),
    columnNames: columnNames(read, screen),
  }
}

/**
 * The register of screens in use, in the order they were added.
 * @example listScreens(read, principal, ['http://192.168.1.5:8632']).screens[0]?.screen.name
 */
export function listScreens(read: Reads, principal: Principal, addresses: readonly string[]): ScreensView {
  return {
    screens: read.screen.list().map((stored) => toView(read, stored)),
    mayChange: requireRole(principal, 'ADMINISTRATOR').ok,
    addresses,
  }
}

/**
 * One screen in use. Refuses `screen.not-found`.
 * @example screenView(read, id).value.version
 */
export function screenView(read: Reads, id: string): Result<ScreenView> {
  const stored = read.screen.byId(id)
  return stored && stored.endedAt === null ? accept(toView(read, stored)) : refuse('screen.not-found')
}

function isKnown(read: Reads, column: ScreenColumn): boolean {
  switch (column.kind) {
    case 'GROUP':
      return read.edition.groupById(column.groupId) !== undefined
    case 'UNIT':
      return read.unit.byId(column.unitId) !== undefined
    case 'ALL':
    case 'NOTICE_KIND':
      return true
  }
}

/** The definition as it is kept, where it can be: names tidied, columns and unit on record, the name nobody else's. */
function sound(read: Reads, given: ScreenDefinition, own: string | null): Result<ScreenDefinition> {
  const definition = { ...given, name: given.name.trim(), place: given.place.trim() }
  const fits = checkScreen(definition)
  if (!fits.ok) return fits
  const unit = read.unit.byId(definition.unitId)
  if (!unit) return refuse('unit.not-found')
  const unknown = definition.subscriptions.findIndex(({ column }) => !isKnown(read, column))
  if (unknown >= 0) return refuse('screen.column-unknown', { number: unknown + 1 })
  const taken = read.screen.list().some(({ screen }) => screen.id !== own && screen.name === definition.name)
  return taken ? refuse('screen.name-taken', { name: definition.name }) : accept(definition)
}

/**
 * Registers a screen. Needs ADMINISTRATOR. Refuses what `checkScreen` refuses, `unit.not-found`, `screen.column-unknown`,
 * `screen.name-taken`, `screen.too-many`.
 * @example addScreen(deps, administrator, definition).value.version // 1
 */
export function addScreen(deps: Deps, principal: Principal, given: ScreenDefinition): Result<ScreenView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ScreenView> => {
    if (read.screen.list().length >= MOST_SCREENS) return refuse('screen.too-many', { most: MOST_SCREENS })
    const definition = sound(read, given, null)
    if (!definition.ok) return definition
    const id = deps.ids.next()
    const at = deps.clock.now()
    write.screen.add({ id, createdBy: principal.id, createdAt: at })
    write.screen.addVersion({
      ...{ screenId: id, number: 1, definition: definition.value, accountId: principal.id, at },
    })
    record(
      deps,
      write,
      principal,
      'screen.add',
      { kind: 'screen', id },
      {
        subscriptions: definition.value.subscriptions.length,
      },
    )
    return screenView(read, id)
  })
}

/**
 * Adds the next version of a screen; `version` is the one it was made from. Needs ADMINISTRATOR. Refuses as `addScreen` does, and
 * `screen.not-found`, `screen.changed-meanwhile`, `screen.nothing-changed`.
 * @example changeScreen(deps, administrator, id, { version: 1, definition }).value.version // 2
 */
export function changeScreen(
  deps: Deps,
  principal: Principal,
  id: string,
  change: { readonly version: number; readonly definition: ScreenDefinition },
): Result<ScreenView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ScreenView> => {
    const stored = read.screen.byId(id)
    if (!stored || stored.endedAt !== null) return refuse('screen.not-found')
    if (stored.version !== change.version) return refuse('screen.changed-meanwhile')
    const definition = sound(read, change.definition, id)
    if (!definition.ok) return definition
    if (canonicalJson({ ...definition.value, id }) === canonicalJson(stored.screen)) {
      return refuse('screen.nothing-changed')
    }
    const number = stored.version + 1
    write.screen.addVersion({
      ...{ screenId: id, number, definition: definition.value, accountId: principal.id },
      at: deps.clock.now(),
    })
    record(
      deps,
      write,
      principal,
      'screen.change',
      { kind: 'screen', id },
      {
        ...{ screenVersion: number, subscriptions: definition.value.subscriptions.length },
      },
    )
    return screenView(read, id)
  })
}

/**
 * Takes a screen out of use for good; what it showed stays on record, and its address answers no more. Needs ADMINISTRATOR.
 * Refuses `screen.not-found`, `screen.reason-required`.
 * @example endScreen(deps, administrator, id, '屏幕损坏，已拆除').ok
 */
export function endScreen(deps: Deps, principal: Principal, id: string, reason: string): Result<true> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const words = reason.trim()
  if (words === '' || [...words].length > MOST_REASON) return refuse('screen.reason-required')
  return deps.store.tx((write, read): Result<true> => {
    const stored = read.screen.byId(id)
    if (!stored || stored.endedAt !== null) return refuse('screen.not-found')
    write.screen.end({ screenId: id, reason: words, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'screen.end', { kind: 'screen', id }, { screenVersion: stored.version })
    return accept(true)
  })
}
