import type { Reads } from '../../../db/store.ts'
import { type ContentGroup, contentGroupOf } from '../../../domain/display/content-group.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Role } from '../../../domain/office/role.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import type { ContentGroupHeading, ContentGroupHeadings } from './views.ts'

/** Who may say in which content group a heading stands. */
export const CONTENT_GROUP_ROLES: readonly Role[] = ['HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR']

/**
 * Every heading with something on the board, where the rule puts it and where the office has put it.
 * @example contentGroupHeadings(read, principal).headings[0]?.byRule
 */
export function contentGroupHeadings(read: Reads, principal: Principal): ContentGroupHeadings {
  const chosen = read.shelf.choices()
  const shelves = Map.groupBy(read.shelf.standing(), ({ groupId }) => groupId)
  const headings = [...shelves].map(([groupId, ofGroup]): ContentGroupHeading => {
    const [first] = ofGroup
    if (!first) throw new Error('a heading is grouped by its shelves')
    const counts = new Map<ContentGroup, number>()
    for (const shelf of ofGroup) {
      const contentGroup = contentGroupOf(shelf)
      counts.set(contentGroup, (counts.get(contentGroup) ?? 0) + shelf.count)
    }
    return {
      groupId,
      name: first.group,
      catalogueName: first.catalogueName,
      regime: first.regime,
      count: ofGroup.reduce((sum, { count }) => sum + count, 0),
      byRule: [...counts]
        .map(([contentGroup, count]) => ({ contentGroup, count }))
        .sort((one, other) => other.count - one.count),
      chosen: chosen.get(groupId) ?? null,
    }
  })
  return {
    headings: headings.sort(
      (one, other) =>
        one.regime.localeCompare(other.regime) ||
        one.catalogueName.localeCompare(other.catalogueName, 'zh-Hans') ||
        one.name.localeCompare(other.name, 'zh-Hans'),
    ),
    mayChange: CONTENT_GROUP_ROLES.some((role) => principal.roles.includes(role)),
  }
}

/**
 * Puts a heading in a content group of the kiosk, or gives it back to the rule with null. Needs HANDLER, DEPUTY_LEADER or
 * ADMINISTRATOR; refuses `group.not-found`.
 * @example chooseContentGroup(deps, handler, groupId, 'PLEDGE')
 */
export function chooseContentGroup(
  deps: Deps,
  principal: Principal,
  groupId: string,
  contentGroup: ContentGroup | null,
): Result<ContentGroupHeadings> {
  const allowed = requireRole(principal, ...CONTENT_GROUP_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<ContentGroupHeadings> => {
    const known = contentGroupHeadings(read, principal)
    const heading = known.headings.find((candidate) => candidate.groupId === groupId)
    if (!heading) return refuse('group.not-found')
    if (heading.chosen === contentGroup) return accept(known)
    write.shelf.choose({
      publicGroupId: groupId,
      contentGroup,
      accountId: principal.id,
      at: deps.clock.now(),
    })
    record(
      deps,
      write,
      principal,
      'group.content-group',
      { kind: 'group', id: groupId },
      { contentGroup: contentGroup ?? 'BY_RULE' },
    )
    return accept(contentGroupHeadings(read, principal))
  })
}
