import type { Profile } from '../ruleset/profile.ts'
import { type Block, type BlockRange, type BlockShape, perShape } from '../text/block.ts'
import { blocksWith } from '../text/blocks-with.ts'
import { escaped } from '../text/escaped.ts'
import { matchesIn } from '../text/matches.ts'
import { phraseAround } from './clause.ts'
import { perYear } from './per-year.ts'
import type { Role } from './report.ts'
import { filled } from './role.ts'

/** How many mentions of a part are kept: they are evidence, not a concordance. */
const mostMentions = 20

interface LocalMention {
  readonly from: number
  readonly to: number
  readonly roles: readonly Role[]
}

type FindLocal = (shape: BlockShape) => readonly LocalMention[]

/** By part, the places. */
export type Mentions = ReadonlyMap<Role, readonly BlockRange[]>

/** For each part where its subject is spoken of outside its own sections: the phrases that hold one of its mention words. */
export function findMentions(
  profile: Profile,
  blocks: readonly Block[],
  isOfBody: (block: Block) => boolean,
  rolesOf: (block: Block) => readonly Role[],
  year: number | null,
): Mentions {
  const mentions = new Map<Role, BlockRange[]>()
  const find = finderOf(profile, year)
  if (!find) return mentions
  for (const block of blocksWith(blocks, find)) {
    if (!isOfBody(block)) continue
    const own = rolesOf(block)
    for (const { from, to, roles } of find(block.shape)) {
      for (const role of roles) {
        if (own.includes(role)) continue
        const places = mentions.get(role) ?? []
        if (places.length < mostMentions) places.push({ block, from, to })
        mentions.set(role, places)
      }
    }
  }
  return mentions
}

/** The finder for the words of all parts; null for a profile without words. */
const finderOf = perYear((profile: Profile, year): FindLocal | null => {
  const roles = new Map<string, Role[]>()
  for (const part of profile.parts) {
    for (const written of part.mentions) {
      const word = filled(written, year)
      if (word !== null) roles.set(word, [...(roles.get(word) ?? []), part.role])
    }
  }
  const shared = new Map<string, readonly Role[]>()
  for (const [word, own] of roles) {
    const key = own.join(' ')
    shared.set(key, shared.get(key) ?? own)
    roles.set(word, shared.get(key) as Role[])
  }
  return roles.size === 0 ? null : makeFinder(roles)
})

const none: readonly LocalMention[] = Object.freeze([])

function makeFinder(roles: ReadonlyMap<string, readonly Role[]>): FindLocal {
  const pattern = new RegExp([...roles.keys()].map(escaped).join('|'), 'g')
  return perShape(({ folded }) => {
    let found: LocalMention[] | null = null
    for (const match of matchesIn(folded, pattern)) {
      found ??= []
      const own = roles.get(match[0]) as readonly Role[]
      const last = found.at(-1)
      if (last && match.index < last.to && last.roles === own) continue
      if (found.length < mostMentions * 4) found.push({ ...phraseAround(folded, match.index), roles: own })
    }
    return found ?? none
  })
}
