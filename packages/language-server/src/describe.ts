import type { Locale } from '@hegao/core'
import { type Item, type Label, type Profile, type Role, type Section, textOf } from '@hegao/core'

/** So many characters of an item stand for it where it has no number. */
const excerptLength = 16

/** How an item is called in one word: its number as printed, else its first words. */
export function itemName(item: Item): string {
  if (item.label) return labelText(item.label)
  const head = textOf(item.head).trim()
  return `“${head.length > excerptLength ? `${head.slice(0, excerptLength)}…` : head}”`
}

/** A label as printed, without the mark behind it: `（三）`, `三`, `一是`. */
export function labelText(label: Label): string {
  return textOf(label.place)
    .trim()
    .replace(/[、.．,，]$/, '')
}

/** A section's heading as printed: label and title. */
export function sectionName(section: Section): string {
  const label = section.label ? textOf(section.label.place).trim() : ''
  return `${label}${section.title}`
}

/** What the profile calls a role; null if it does not know it. */
export function roleName(profile: Profile, role: Role | null, locale: Locale): string | null {
  return profile.parts.find((part) => part.role === role)?.name[locale] ?? null
}
